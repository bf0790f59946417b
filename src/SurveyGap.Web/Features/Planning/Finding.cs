using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Planning;

/// <summary>Something that is missing, or worth a look, before a wave opens.</summary>
/// <param name="Key">Its words: <c>Finding.{Key}</c>.</param>
/// <param name="Page">Where to mend it, below the wave, or the questionnaire of its study; null if no page of a consultant's can.</param>
/// <param name="Blocks">Whether the wave cannot open like this.</param>
public sealed record Finding(string Key, string? Page, bool Blocks)
{
    /// <summary>The group that is meant, if it is one.</summary>
    public Audience? Group { get; init; }

    public IReadOnlyList<long> Numbers { get; init; } = [];

    public string? Detail { get; init; }
}
