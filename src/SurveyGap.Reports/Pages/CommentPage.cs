using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>In their own words: comments by dimension, the groups apart, shuffled so that no order tells whose they are.</summary>
internal static class CommentPage
{
    /// <summary>Left out if no comment may be shown.</summary>
    public static Section? Of(Edition edition)
    {
        var words = edition.Words;
        var shown = edition.Model.ShuffledComments;
        if (shown.Count == 0)
            return null;

        List<Block> blocks = [.. Edition.Opening(words["comments"], words["comments.title"], words["comments.lead"])];
        foreach (var audience in new[] { Audience.Customer, Audience.Employee, Audience.Executive })
        {
            var ofGroup = shown.Where(comment => comment.Audience == audience).ToList();
            if (ofGroup.Count == 0)
                continue;
            blocks.Add(Edition.Part(edition.Name(audience)));
            foreach (var (key, name) in Dimensions(edition))
            {
                var texts = ofGroup.Where(comment => comment.Dimension == key).ToList();
                if (texts.Count == 0)
                    continue;
                blocks.Add(new Heading(3, name, Typography.Minor) { Above = 10 });
                blocks.AddRange(texts.Select(comment => new Paragraph(comment.Text.Trim(), Typography.Body) { Above = 6, Indent = 10, Bar = Palette.Of(audience) }));
            }
        }

        return new Section(words["comments"], blocks);
    }

    private static IEnumerable<(string? Key, string Name)> Dimensions(Edition edition) =>
    [
        .. edition.Analysis.Questionnaire.Dimensions.Select(dimension => ((string?)dimension.Key, edition.Name(dimension))),
        (null, edition.Words["comments.general"]),
    ];
}
