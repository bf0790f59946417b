using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Benchmarks;

/// <summary>A questionnaire and answers of any size.</summary>
internal static class Survey
{
    private static readonly IReadOnlyDictionary<string, string> Text = new Dictionary<string, string> { ["en"] = "How?" };

    public static IReadOnlyList<string> Attributes { get; } = ["language", "country", "channel"];

    public static Questionnaire Of(int dimensions, int questionsEach) => new()
    {
        Key = "benchmark",
        Name = Text,
        Languages = ["en"],
        Dimensions = [.. Enumerable.Range(0, dimensions).Select(d => new Dimension { Key = $"d{d}", Name = Text })],
        Questions = [.. Enumerable.Range(0, dimensions * questionsEach).Select(q => new Question
        {
            Key = $"q{q}",
            Dimension = $"d{q / questionsEach}",
            Scale = Scale.Quality5,
            Label = Text,
            Text = Enum.GetValues<Audience>().ToDictionary(audience => audience, _ => Text),
        })],
        Overall = "q0",
    };

    public static IEnumerable<Response> Answers(Audience audience, int n, int questions, Random random)
    {
        string[] languages = ["de", "fr", "it"], countries = ["CH", "AT", "DE", "LI"], channels = ["web", "shop", "phone", "mail", "app"];
        for (var i = 0; i < n; i++)
        {
            var answers = new byte[questions];
            random.NextBytes(answers);
            for (var q = 0; q < questions; q++)
                answers[q] = answers[q] < 16 ? Answer.CannotJudge : (byte)((answers[q] % 5) + 1);
            string?[] segments = audience == Audience.Executive
                ? [null, null, null]
                : [languages[random.Next(3)], countries[random.Next(4)], channels[random.Next(5)]];
            yield return new Response(audience, segments, answers);
        }
    }
}
