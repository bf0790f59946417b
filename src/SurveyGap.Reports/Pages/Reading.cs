using System.Globalization;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Pages;

/// <summary>An analysis in one language: its names, and what charts and pages say in the same way.</summary>
internal class Reading(StudyAnalysis analysis, string language, string? country = null)
{
    public StudyAnalysis Analysis => analysis;

    public Wording Words { get; } = Wording.Of(language, country);

    public Format Format => Words.Format;

    /// <summary>«Führung», «Mitarbeitende», «Kundschaft».</summary>
    public string Name(Audience audience) => Words[string.Create(CultureInfo.InvariantCulture, $"group.{(int)audience}")];

    public string Name(Question question) => In(question.Label);

    public string Name(Dimension dimension) => In(dimension.Name);

    public string Name(MirrorItem item) => In(item.Names);

    /// <summary>A question's name for titles and sentences: a long one is cut at a word.</summary>
    public string Short(MirrorItem item)
    {
        const int Most = 64;
        var name = Name(item);
        if (name.Length <= Most)
            return name;
        var end = name.LastIndexOf(' ', Most);
        return name[..(end > 0 ? end : Most)].TrimEnd(',', ';', ' ') + "…";
    }

    /// <summary>The name of a dimension by its key.</summary>
    public string DimensionName(string key) => Name(analysis.Questionnaire.Dimensions.Single(dimension => dimension.Key == key));

    /// <summary>«gesichert», «praktisch gleich», «offen», «nur beschreibend».</summary>
    public string Name(Label label) => Words[$"label.{label}"];

    /// <summary>«[1,0; 1,8]»; a dash if there is none.</summary>
    public string Show(Interval? interval, int decimals = 1) =>
        interval is null ? "–" : Format.Interval(interval.Low, interval.High, decimals);

    /// <summary>«3,4»; a dash if there is none.</summary>
    public string Show(double? value, int decimals = 1) => value is { } number ? Format.Number(number, decimals) : "–";

    /// <summary>The gap for a chart; null if withheld.</summary>
    public GapMark? Mark(Cell<Gap> gap) => gap.Value is not { } value ? null : new GapMark(
        value.Points,
        value.Interval is { } interval ? (interval.Low, interval.High) : null,
        Name(value.Label),
        value.Label == Label.Clear);

    /// <summary>The groups that were asked: others are left out of charts and tables, and named where the report says who answered.</summary>
    public IReadOnlyList<Audience> Asked { get; } = [.. Enum.GetValues<Audience>().Where(audience => analysis.Groups[audience].Asked)];

    /// <summary>The pairs of groups that were both asked.</summary>
    public IEnumerable<Pair> AskedPairs => Pairs.All.Where(pair => Asked.Contains(pair.From) && Asked.Contains(pair.To));

    /// <summary>The groups for legends.</summary>
    public IReadOnlyList<GroupNote> Groups => [.. Asked.Select(audience => analysis.Groups[audience])
        .Select(group => new GroupNote(group.Audience, (int?)group.Responses.Value?.Responses, group.Census))];

    /// <summary>One scale for all Likert charts of the report, so that a bar means the same on every page.</summary>
    public LikertReach LikertReach { get; } = LikertReach.Of(analysis.Questions.SelectMany(DimensionPage.Bars));

    /// <summary>The names of two groups and the verb for sentences that compare them.</summary>
    public (string Name, string Value)[] NamesOf(Pair pair) => [.. NamesOf(pair.From), ("to", Words[$"the.{(int)pair.To}"])];

    /// <summary>The name of a group and the verb for sentences about it.</summary>
    public (string Name, string Value)[] NamesOf(Audience audience) =>
    [
        ("from", Words[$"the.{(int)audience}"]), ("subject", Words[$"subject.{(int)audience}"]), ("judges", Words[$"judges.{(int)audience}"]),
    ];

    /// <summary>«a, b und c».</summary>
    public string Joined(IReadOnlyList<string> parts) =>
        parts.Count <= 1 ? string.Concat(parts) : string.Join(", ", parts.SkipLast(1)) + Words["and"] + parts[^1];

    private string In(IReadOnlyDictionary<string, string> texts) =>
        texts.TryGetValue(language, out var text) ? text
        : texts.TryGetValue(analysis.Questionnaire.Languages[0], out var main) ? main
        : texts.Values.First();
}
