namespace SurveyGap.Load.Faults;

/// <summary>What became of the mails of one fault: the queue's word beside what the mail server holds.</summary>
/// <param name="Name">What was done to them.</param>
/// <param name="Dose">How often.</param>
/// <param name="Rows">The queue's rows.</param>
/// <param name="Arrived">The Message-IDs that arrived, by address; one that arrived twice stands there twice.</param>
internal sealed record MailLedger(string Name, int Dose, IReadOnlyList<MailRow> Rows, ILookup<string, string> Arrived)
{
    private int In(string state) => Rows.Count(row => row.State == state);

    public int Copies => Rows.Sum(row => Math.Max(0, Arrived[row.Email].Count() - 1));

    /// <summary>Said to be sent, or given up in silence, and not there.</summary>
    public int Lost => Rows.Count(row => !Arrived[row.Email].Any() && (row.State == "sent" || (row.State == "failed" && row.Reason is null)));

    /// <summary>Addresses that hold two mails which no program recognises as one.</summary>
    public int Doubled => Rows.Count(row => Arrived[row.Email].Distinct(StringComparer.Ordinal).Count() > 1);

    public int Stuck => Rows.Count(row => row.State is "queued" or "sending" or "paused");

    /// <summary>Uncertain without a reason that the screen has a sentence for.</summary>
    public int Unexplained => Rows.Count(row => row.State == "unknown" && row.Reason != "interrupted");

    public Fault Row => new($"mail: {Name}", $"{Dose} times, {Rows.Count} mails", Lost, Doubled)
    {
        Seen = $"{In("sent")} sent, {In("failed")} failed, {In("unknown")} unknown, {Copies} copies of the same mail",
        Broken = Stuck + Unexplained == 0 ? null : $"{Stuck} stuck, {Unexplained} unexplained",
    };

    public static string Head => $"{"fault",-34} {"dose",5} {"mails",6} {"sent",6} {"failed",7} {"unknown",8} {"copies",7} {"lost",5} {"doubled",8} {"stuck",6} {"unexplained",12}";

    public override string ToString() =>
        $"{Name,-34} {Dose,5} {Rows.Count,6} {In("sent"),6} {In("failed"),7} {In("unknown"),8} {Copies,7} {Lost,5} {Doubled,8} {Stuck,6} {Unexplained,12}";
}
