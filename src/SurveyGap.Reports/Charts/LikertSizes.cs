namespace SurveyGap.Reports.Charts;

/// <summary>The measures that only the Likert chart has.</summary>
/// <param name="Names">Width for the question.</param>
/// <param name="Groups">Where the groups' names begin.</param>
/// <param name="Left">Where bars may begin.</param>
/// <param name="Right">Where bars must end.</param>
/// <param name="Height">Of a bar.</param>
/// <param name="Gap">Between bars.</param>
/// <param name="Lead">Height for the group's name above its bar; 0 where it stands beside.</param>
/// <param name="Pad">Above and below a question.</param>
internal sealed record LikertSizes(double Names, double Groups, double Left, double Right, double Height, double Gap, double Lead, double Pad)
{
    public double Pitch => Lead + Height + Gap;

    public static LikertSizes Of(ChartSizes sizes) => sizes switch
    {
        { Stacked: true } => new(sizes.Width, 0, 0, sizes.Width - 34, 18, 8, 20, 12),
        { Width: > 900 } => new(262, 286, 450, 890, 18, 4, 0, 11),
        { Width: > 500 } => new(sizes.Width * 0.25, sizes.Width * 0.27, sizes.Width * 0.51, sizes.Width * 0.945, 17, 4, 0, 11),
        _ => new(124, 134, 222, 458, 10.6, 2.2, 0, 6.4),
    };
}
