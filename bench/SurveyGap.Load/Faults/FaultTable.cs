using System.Globalization;

namespace SurveyGap.Load.Faults;

/// <summary>All faults with what became of people's answers, mails and addresses.</summary>
internal static class FaultTable
{
    private const string Head = """
        | | fault | dose | lost | doubled | served again after (mean, longest) | what people met | survived | at, load |
        |---|---|---|---|---|---|---|---|---|
        """;

    /// <summary>Adds the faults of one item to what the others left, and prints them.</summary>
    /// <returns>Whether all of these were survived.</returns>
    public static async Task<bool> Add(string item, IReadOnlyList<Fault> faults)
    {
        var all = await LatestRuns.Add("faults", item, faults, Table);
        await Console.Out.WriteLineAsync($"\n{Head}\n{Rows(item, all[item])}");
        return faults.All(fault => fault.IsSurvived);
    }

    private static string Table(SortedDictionary<string, LatestRun<Fault>> all) => $"""
        # What it survives

        Written by `./dev faults`. People answer, mails leave and files come in while something happens to the application; afterwards what
        people were told is compared with what is there. The load is the number of processes that ran or waited meanwhile, on
        {Environment.ProcessorCount} processors.

        {Head}
        {string.Concat(all.Select(item => Rows(item.Key, item.Value)))}
        """;

    private static string Rows(string item, LatestRun<Fault> run) => string.Concat(run.Rows.Select(fault => string.Create(
        CultureInfo.InvariantCulture,
        $"| {item} | {fault.What} | {fault.Dose} | {fault.Lost} | {fault.Doubled} | {Recovery(fault)} | {fault.Seen} | {(fault.IsSurvived ? "yes" : $"**no** {fault.Broken}")} | {run.At:yyyy-MM-dd HH:mm}, {run.Load:0.0} |\n")));

    private static string Recovery(Fault fault) => fault.Recoveries.Count == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{fault.Recoveries.Average():0.0} s, {fault.Recoveries.Max():0.0} s");
}
