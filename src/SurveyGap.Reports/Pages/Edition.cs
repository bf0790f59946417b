using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Statistics;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Pages;

/// <summary>A report in one language: the model, its words, and what all pages say in the same way.</summary>
internal sealed class Edition(ReportModel model)
{
    public ReportModel Model => model;

    public StudyAnalysis Analysis => model.Analysis;

    public Wording Words { get; } = Wording.Of(model.Language);

    public Format Format => Words.Format;

    /// <summary>«Führung», «Mitarbeitende», «Kundschaft».</summary>
    public string Name(Audience audience) => Words[$"group.{(int)audience}"];

    public string Name(Question question) => In(question.Label);

    public string Name(Dimension dimension) => In(dimension.Name);

    /// <summary>The name of a dimension by its key.</summary>
    public string DimensionName(string key) => Name(Analysis.Questionnaire.Dimensions.Single(dimension => dimension.Key == key));

    /// <summary>«gesichert», «praktisch gleich», «offen», «nur beschreibend».</summary>
    public string Name(Label label) => Words[$"label.{label}"];

    /// <summary>«[1,0; 1,8]»; a dash if there is none.</summary>
    public string Show(Interval? interval, int decimals = 1) =>
        interval is null ? "–" : Format.Interval(interval.Low, interval.High, decimals);

    /// <summary>The gap for a chart; null if withheld.</summary>
    public GapMark? Mark(Cell<Gap> gap) => gap.Value is not { } value ? null : new GapMark(
        value.Points,
        value.Interval is { } interval ? (interval.Low, interval.High) : null,
        Name(value.Label),
        value.Label == Label.Clear);

    /// <summary>The groups for legends.</summary>
    public IReadOnlyList<GroupNote> Groups => [.. Analysis.Groups.Values.OrderBy(group => group.Audience)
        .Select(group => new GroupNote(group.Audience, (int?)group.Responses.Value?.Responses, group.Census))];

    /// <summary>The line above a title, the title, and the sentence below it.</summary>
    public static IEnumerable<Block> Opening(string kicker, string title, string? lead)
    {
        yield return new Paragraph(kicker, Typography.Kicker) { KeepWithNext = true };
        yield return new Heading(1, title, Typography.Title) { Above = 2 };
        if (lead is not null)
            yield return new Paragraph(lead, Typography.Lead) { Above = 7 };
    }

    public static Heading Part(string title) => new(2, title, Typography.Heading) { Above = 22 };

    public static Paragraph Note(string text) => new(text, Typography.Note) { Above = 7 };

    private string In(IReadOnlyDictionary<string, string> texts) =>
        texts.TryGetValue(model.Language, out var text) ? text
        : texts.TryGetValue(Analysis.Questionnaire.Languages[0], out var main) ? main
        : texts.Values.First();
}
