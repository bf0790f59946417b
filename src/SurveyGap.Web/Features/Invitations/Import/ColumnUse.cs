namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>What a column of an imported table is taken for, as stored and as sent by the form.</summary>
public static class ColumnUse
{
    public const string Ignored = "";
    public const string Email = "email";
    public const string Name = "name";
    public const string First = "first";
    public const string Last = "last";
    public const string Language = "language";
    public const string Audience = "audience";

    /// <summary>Results can be split by it; it is called as its header says.</summary>
    public const string Segment = "segment";

    /// <summary>In the order in which they can be chosen.</summary>
    public static IReadOnlyList<string> All { get; } = [Ignored, Email, Name, First, Last, Language, Audience, Segment];

    /// <summary>What each column may be taken for: everything but a segment once only. A second use is ignored.</summary>
    public static IReadOnlyList<string> Valid(IReadOnlyList<string?> uses, int columns)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        return
        [
            .. Enumerable.Range(0, columns).Select(column =>
            {
                var use = uses.ElementAtOrDefault(column) ?? Ignored;
                return All.Contains(use, StringComparer.Ordinal) && (use is Segment or Ignored || taken.Add(use)) ? use : Ignored;
            }),
        ];
    }
}
