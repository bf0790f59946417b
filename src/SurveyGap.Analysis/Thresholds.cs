using System.Text.Json.Serialization;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis;

/// <summary>
/// Where the line is drawn between what is shown, what is said and what is left open. A release keeps the thresholds
/// that it was counted with, and the method page prints them. Counts are persons unless said otherwise.
/// </summary>
public sealed record Thresholds
{
    /// <summary>The settings that everything ships with.</summary>
    public static Thresholds Default { get; } = new();

    /// <summary>Fewer customers than this are never enough, whatever the reason: two of them would know each other's answers.</summary>
    public const int LeastCustomers = 3;

    /// <summary>k: the fewest persons of employees for a figure; of customers too, unless they have a minimum of their own.</summary>
    public int Minimum { get; init; } = 5;

    /// <summary>The fewest customers for a figure of the whole group; null: as for employees.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CustomerMinimum { get; init; }

    /// <summary>Why so few customers are enough; null where they are not fewer than the default asks for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CustomerReason { get; init; }

    /// <summary>The fewest executives for their dimensions; below, the group is withheld.</summary>
    public int ExecutiveMinimum { get; init; } = 3;

    /// <summary>The fewest executives for single questions, estimates and comments, and for a sampling interval or label.</summary>
    public int ExecutiveQuestionMinimum { get; init; } = 5;

    /// <summary>Employee cells with fewer ratings than this are withheld if wholly in one rating, in top-2 or in bottom-2.</summary>
    public int UnanimousBelow { get; init; } = 10;

    /// <summary>Share of a dimension's questions that must be shown for the dimension to be shown (0 to 1).</summary>
    public double DimensionShown { get; init; } = 0.5;

    /// <summary>Practical equality: a gap whose interval lies within ± this many scale points; also the self-other category.</summary>
    public double Margin { get; init; } = 0.5;

    /// <summary>A mean from here on is «high» (scale points), for the quadrants.</summary>
    public double High { get; init; } = 3.5;

    /// <summary>A gap is clear if its Benjamini-Hochberg q is below this (probability).</summary>
    public double FalseDiscoveryRate { get; init; } = 0.05;

    /// <summary>Share of «cannot judge» above which a question is flagged (0 to 1).</summary>
    public double CannotJudgeFlag { get; init; } = 0.3;

    /// <summary>Fewer answers than this are shown as counts and not as percentages.</summary>
    public int PercentFrom { get; init; } = 20;

    /// <summary>Gate of the «excellent» factor: the fewest executives.</summary>
    public int FactorExecutives { get; init; } = 5;

    /// <summary>Gate of the «excellent» factor: the fewest customers.</summary>
    public int FactorCustomers { get; init; } = 30;

    /// <summary>Gate of the «excellent» factor: the fewest customers who said excellent.</summary>
    public int FactorCustomersExcellent { get; init; } = 5;

    /// <summary>The fewest complete rows for Cronbach's alpha.</summary>
    public int AlphaRows { get; init; } = 30;

    /// <summary>The fewest questions of a dimension for Cronbach's alpha (questions).</summary>
    public int AlphaQuestions { get; init; } = 3;

    /// <summary>The fewest customers for derived importance.</summary>
    public int ImportanceCustomers { get; init; } = 50;

    /// <summary>
    /// The same settings with another minimum. A minimum of 1 withholds nothing at all: for answers that are the user's own file.
    /// Executives keep their lower minimum of 3 (and 5 for questions) unless this one is lower still.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The minimum is below 1.</exception>
    public Thresholds WithMinimum(int minimum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        return this with
        {
            Minimum = minimum,
            ExecutiveMinimum = Math.Min(minimum, ExecutiveMinimum),
            ExecutiveQuestionMinimum = Math.Min(minimum, ExecutiveQuestionMinimum),
            UnanimousBelow = minimum == 1 ? 0 : UnanimousBelow,
        };
    }

    /// <summary>The fewest persons of a group for its responses and dimensions.</summary>
    public int MinimumOf(Audience audience) => audience switch
    {
        Audience.Executive => ExecutiveMinimum,
        Audience.Customer => CustomerMinimum ?? Minimum,
        _ => Minimum,
    };

    /// <summary>The fewest persons of a group for single questions and estimates.</summary>
    public int QuestionMinimumOf(Audience audience) => audience == Audience.Executive ? ExecutiveQuestionMinimum : MinimumOf(audience);

    /// <summary>
    /// The fewest persons for what no exception opens: segment cells, stored combinations and answers, comments, intervals and
    /// labels of gaps and changes. A lower minimum of customers is for the figures of their whole group alone.
    /// </summary>
    public int FullMinimumOf(Audience audience) => audience switch
    {
        Audience.Executive => ExecutiveQuestionMinimum,
        Audience.Customer when CustomerMinimum is { } own => Math.Max(own, Default.Minimum),
        _ => Minimum,
    };

    /// <summary>Below how many answers a cell of one opinion is withheld; customers' only where the exception alone shows it.</summary>
    public int UnanimousBelowOf(Audience audience) => audience switch
    {
        Audience.Executive => 0,
        Audience.Employee => UnanimousBelow,
        _ => ShowEverything ? 0 : FullMinimumOf(audience),
    };

    /// <summary>Whether these settings withhold nothing (a minimum of 1).</summary>
    [JsonIgnore]
    public bool ShowEverything => Minimum <= 1;
}
