using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>Small surveys that the tests share.</summary>
internal static class Cast
{
    /// <summary>Nobody knows how many were invited.</summary>
    public static IReadOnlyDictionary<Audience, Participation> Nobody { get; } = new Dictionary<Audience, Participation>();

    private static readonly IReadOnlyDictionary<string, string> Text = new Dictionary<string, string> { ["de"] = "Wie?", ["en"] = "How?" };

    /// <summary>One dimension of ratings for all three groups.</summary>
    public static Questionnaire Questionnaire(int ratings) => Questionnaire([ratings]);

    /// <summary>Dimensions «d0», «d1» … with this many ratings «d0q0», «d0q1» … each; the last rating is the overall one.</summary>
    /// <param name="sizes">Ratings of each dimension.</param>
    /// <param name="others">Further questions behind the ratings.</param>
    public static Questionnaire Questionnaire(int[] sizes, params Question[] others)
    {
        Question[] ratings = [.. sizes.SelectMany((size, d) => Enumerable.Range(0, size).Select(q => Question($"d{d}q{q}", Scale.Quality5, $"d{d}")))];
        return new Questionnaire
        {
            Key = "test",
            Name = Text,
            Languages = ["de", "en"],
            Dimensions = [.. sizes.Select((_, d) => new Dimension { Key = $"d{d}", Name = Text })],
            Questions = [.. ratings, .. others],
            Overall = ratings[^1].Key,
        };
    }

    public static Question Question(string key, Scale scale, string? dimension = null, params string[] options) => new()
    {
        Key = key,
        Dimension = dimension,
        Scale = scale,
        Label = Text,
        Text = Enum.GetValues<Audience>().ToDictionary(audience => audience, _ => Text),
        Options = options,
    };
}
