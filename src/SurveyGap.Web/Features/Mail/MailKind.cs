namespace SurveyGap.Web.Features.Mail;

/// <summary>What a mail is for. The name is stored, and names the template.</summary>
public sealed record MailKind
{
    private static readonly string[] Person = ["name", "client"];
    private static readonly string[] Wave = [.. Person, "signature", "sender", "unsubscribe", "date", "until"];
    private static readonly string[] Survey = [.. Wave, "questions", "minutes", "link", "privacy"];

    private MailKind(string name, string[] placeholders, string[] required) => (Name, Placeholders, Required) = (name, placeholders, required);

    public string Name { get; }

    /// <summary>What its text may name.</summary>
    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>What its text must name, or the mail would be of no use.</summary>
    public IReadOnlyList<string> Required { get; }

    public static MailKind Invitation { get; } = new("invitation", Survey, ["link", "unsubscribe"]);

    public static MailKind Reminder { get; } = new("reminder", Survey, ["link", "unsubscribe"]);

    public static MailKind LastReminder { get; } = new("last-reminder", Survey, ["link", "unsubscribe"]);

    public static MailKind Thanks { get; } = new("thanks", Wave, ["unsubscribe"]);

    public static MailKind SetPassword { get; } = new("set-password", [.. Person, "link", "hours"], ["link"]);

    public static MailKind Notice { get; } = new("notice", [.. Person, "title", "notice", "link"], []);

    /// <summary>The mails that the people of a wave get, in the order of time.</summary>
    public static IReadOnlyList<MailKind> OfWave { get; } = [Invitation, Reminder, LastReminder, Thanks];

    public bool IsReminder => this == Reminder || this == LastReminder;

    /// <summary>The kind of a wave's mail with this name, or null.</summary>
    public static MailKind? Find(string? name) => OfWave.FirstOrDefault(kind => kind.Name == name);

    public bool Equals(MailKind? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
