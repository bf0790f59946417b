using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Reports.Charts;

/// <summary>The whole scale from 1 to 5, never truncated, with its five words.</summary>
/// <param name="Left">Where 1 stands.</param>
/// <param name="Right">Where 5 stands.</param>
public sealed record RatingAxis(double Left, double Right)
{
    /// <summary>Where a rating stands; 1 to 5.</summary>
    public double X(double rating) => Left + ((rating - 1) / 4 * (Right - Left));

    /// <summary>Vertical lines at the five ratings.</summary>
    public IEnumerable<Shape> Grid(double top, double bottom)
    {
        for (var rating = 1; rating <= 5; rating++)
            yield return new Line(X(rating), top, X(rating), bottom, new Stroke(Palette.Grid, 0.8));
    }

    /// <summary>Numbers with their words; on narrow charts only the first, middle and last word.</summary>
    /// <param name="baseline">Baseline of the words; the numbers stand one line higher.</param>
    /// <param name="style">Style of the words.</param>
    /// <param name="wording">Where the words come from.</param>
    /// <param name="width">Of the drawing: the first and last word stay inside.</param>
    public IEnumerable<Shape> Head(double baseline, TextStyle style, Wording wording, double width)
    {
        var step = (Right - Left) / 4;
        var narrow = style.Measure(wording["rating.3"]) > step * 0.95;
        for (var rating = 1; rating <= 5; rating++)
        {
            yield return new Text(X(rating), baseline - style.Leading, wording.Format.Count(rating), style.Strong.In(Palette.Soft), Anchor.Middle);
            if (narrow && rating is (2 or 4))
                continue;
            var word = wording[$"rating.{rating}"];
            var half = style.Measure(word) / 2;
            yield return new Text(Math.Clamp(X(rating), half, width - half), baseline, word, style, Anchor.Middle);
        }
    }
}
