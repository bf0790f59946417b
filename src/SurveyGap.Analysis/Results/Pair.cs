using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Results;

/// <summary>The three gaps, each the first group's value minus the second's.</summary>
public enum Pair
{
    /// <summary>Executive − customer.</summary>
    Mirror,

    /// <summary>Executive − employee.</summary>
    Leadership,

    /// <summary>Employee − customer.</summary>
    Counter,
}

/// <summary>Which two groups a pair compares.</summary>
public static class Pairs
{
    /// <summary>The three pairs, in the order of the report.</summary>
    public static IReadOnlyList<Pair> All { get; } = [Pair.Mirror, Pair.Leadership, Pair.Counter];

    extension(Pair pair)
    {
        /// <summary>The group whose value comes first.</summary>
        public Audience From => pair == Pair.Counter ? Audience.Employee : Audience.Executive;

        /// <summary>The group whose value is subtracted.</summary>
        public Audience To => pair == Pair.Leadership ? Audience.Employee : Audience.Customer;

        /// <summary>The key of statistics.md, such as «executive-customer».</summary>
        public string Key => pair switch
        {
            Pair.Mirror => "executive-customer",
            Pair.Leadership => "executive-employee",
            Pair.Counter => "employee-customer",
            _ => throw new ArgumentOutOfRangeException(nameof(pair), pair, "Unknown pair."),
        };
    }
}
