namespace SurveyGap.Web.Features.Shared;

/// <summary>What a download is called in the folder of whoever asks for it.</summary>
internal static class FileName
{
    // What Windows refuses in names; the others refuse less.
    private const string Refused = "\\/:*?\"<>|";

    /// <summary>Something that a person has named, as a part of a file's name.</summary>
    public static string Plain(string name) =>
        string.Concat(name.Select(c => char.IsControl(c) || Refused.Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim();
}
