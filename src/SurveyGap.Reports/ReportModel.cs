using System.Security.Cryptography;
using System.Text;
using SurveyGap.Analysis.Norms;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports;

/// <summary>Everything that a gap report is made of. The same model gives the same bytes: all dates come with it, no clock is read.</summary>
public sealed record ReportModel
{
    /// <summary>The client's name.</summary>
    public required string Client { get; init; }

    /// <summary>The study's name.</summary>
    public required string Study { get; init; }

    /// <summary>The wave's name, such as «Frühling 2026».</summary>
    public required string Wave { get; init; }

    /// <summary>First day of the wave; null if unknown (answers from a file).</summary>
    public DateOnly? Opened { get; init; }

    /// <summary>Last day of the wave; null if unknown.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>When the release was made; the only time in the file.</summary>
    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>What names the release on the method page.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>«de» or «en».</summary>
    public required string Language { get; init; }

    /// <summary>Whose way of writing numbers and dates it follows, such as «CH»; null for the language's own.</summary>
    public string? Country { get; init; }

    /// <summary>Whether every page says «Demo».</summary>
    public bool IsDemo { get; init; }

    /// <summary>The client's colour and logo.</summary>
    public Branding Branding { get; init; } = Branding.None;

    /// <summary>What may be shown of the wave.</summary>
    public required StudyAnalysis Analysis { get; init; }

    /// <summary>
    /// Comments, in any order: they are shuffled here, by a hash of their text. A group whose comments may not be shown leaves none.
    /// </summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>
    /// The comments that may be shown, in an order that depends on nothing but their text: the same on every machine, and no
    /// trace of the order in which people wrote.
    /// </summary>
    public IReadOnlyList<Comment> ShuffledComments =>
    [
        .. Comments
            .Where(comment => Analysis.Groups[comment.Audience].CommentsShown && !string.IsNullOrWhiteSpace(comment.Text))
            .OrderBy(comment => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{ReleaseId}\n{comment.Dimension}\n{comment.Text}"))), StringComparer.Ordinal),
    ];

    /// <summary>How other clients stand, one norm a dimension at most; empty where there are too few, or this client takes no part.</summary>
    public IReadOnlyList<Norm> Norms { get; init; } = [];

    /// <summary>What the consultant entered for this wave, in the order of the page.</summary>
    public IReadOnlyList<CompanyFigure> CompanyFigures { get; init; } = [];
}

/// <summary>What one person wrote.</summary>
/// <param name="Audience">The group.</param>
/// <param name="Dimension">Key of the dimension that was commented; null for a general comment.</param>
/// <param name="Text">As it was written.</param>
public sealed record Comment(Audience Audience, string? Dimension, string Text);

/// <summary>One figure of the company beside the ratings.</summary>
/// <param name="Name">Its name in the report's language, such as «Krankenstand».</param>
/// <param name="Unit">Its unit, such as «%» or «Stunden»; empty for none.</param>
/// <param name="Value">For this wave.</param>
/// <param name="Before">For the wave before; null if unknown.</param>
/// <param name="Decimals">How many decimals are shown.</param>
public sealed record CompanyFigure(string Name, string Unit, double Value, double? Before, int Decimals = 1)
{
    /// <summary>A figure that the product knows, by its key, in a language.</summary>
    /// <param name="key">Such as «sick_leave».</param>
    /// <param name="language">«de» or «en».</param>
    /// <param name="value">For this wave.</param>
    /// <param name="before">For the wave before; null if unknown.</param>
    public static CompanyFigure Of(string key, string language, double value, double? before)
    {
        var words = Wording.Of(language);
        // Contacts are counted; all else is measured.
        return new CompanyFigure(words[$"figure.{key}"], words.Find($"figure.{key}.unit") ?? "", value, before, key == "contacts" ? 0 : 1);
    }
}
