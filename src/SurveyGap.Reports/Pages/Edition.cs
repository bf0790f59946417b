using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>A report in one language, and what all its pages look like.</summary>
internal sealed class Edition(ReportModel model) : Reading(model.Analysis, model.Language, model.Country)
{
    public ReportModel Model => model;

    /// <summary>The line above a title, the title, and the sentence below it.</summary>
    public static IEnumerable<Block> Opening(string kicker, string title, string? lead)
    {
        yield return new Paragraph(kicker, Typography.Kicker) { KeepWithNext = true };
        yield return new Heading(1, title, Typography.Title) { Above = 2 };
        if (lead is not null)
            yield return new Paragraph(lead, Typography.Lead) { Above = 7 };
    }

    /// <summary>A name in a table of many; the appendix has it whole.</summary>
    public Cell NameCell(MirrorItem item) => new(Name(item)) { MostLines = 3 };

    public static Heading Part(string title) => new(2, title, Typography.Heading) { Above = 22 };

    public static Paragraph Note(string text) => new(text, Typography.Note) { Above = 7 };
}
