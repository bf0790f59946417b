using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Gallery;

/// <summary>
/// A wave that never was: answers drawn from a seed around means that tell a story, and counted as real ones are.
/// The same case gives the same answers on every machine.
/// </summary>
public sealed record SampleStudy
{
    private static readonly string[] Channels = ["Filiale", "Telefon", "Website"];
    private static readonly string[] Countries = ["AT", "CH", "DE", "LI"];

    /// <summary>How many ratings are asked.</summary>
    public int Ratings { get; init; } = 26;

    /// <summary>Whether every question's name has 200 characters.</summary>
    public bool LongNames { get; init; }

    /// <summary>Executives who answered; as many were invited.</summary>
    public int Executives { get; init; } = 9;

    /// <summary>Executives who were invited and did not answer.</summary>
    public int ExecutivesMissing { get; init; }

    /// <summary>Employees who answered, of some more.</summary>
    public int Employees { get; init; } = 143;

    /// <summary>Customers who answered, of many more.</summary>
    public int Customers { get; init; } = 412;

    /// <summary>The groups that are asked; the others have no wording, and nobody of them is invited.</summary>
    public IReadOnlyList<Audience> Asks { get; init; } = Enum.GetValues<Audience>();

    /// <summary>Moves the customers' and employees' means, to make a wave before.</summary>
    public double Shift { get; init; }

    /// <summary>The seed of all answers.</summary>
    public int Seed { get; init; } = 20260322;

    /// <summary>Its questionnaire.</summary>
    public Questionnaire Questionnaire => SampleQuestionnaire.Of(Ratings, LongNames).For(Asks);

    /// <summary>Its counts.</summary>
    public WaveCounts Count()
    {
        var questionnaire = Questionnaire;
        var slots = SlotMap.Of(questionnaire);
        var random = new Random(Seed);
        var responses = People(Audience.Executive, Executives)
            .Concat(People(Audience.Employee, Employees))
            .Concat(People(Audience.Customer, Customers))
            .Where(Asks.Contains);
        return Counting.Of(
            responses.Select(audience => Answer(audience, questionnaire, slots, random)),
            questionnaire,
            ["language", "Kanal", "Land"],
            Enum.GetValues<Audience>().ToDictionary(audience => audience, audience => new Participation(Asks.Contains(audience) ? Invited(audience) : 0)));
    }

    private int Invited(Audience audience) => audience switch
    {
        Audience.Executive => Executives + ExecutivesMissing,
        Audience.Employee => Employees + (Employees / 4),
        _ => Customers * 7 / 2,
    };

    private static IEnumerable<Audience> People(Audience audience, int count) => Enumerable.Repeat(audience, count);

    private Response Answer(Audience audience, Questionnaire questionnaire, SlotMap slots, Random random)
    {
        var answers = new byte[slots.Count];
        var person = Normal(random) * 0.35;
        var rating = 0;
        foreach (var question in questionnaire.Questions)
        {
            var at = slots.FirstOf(question);
            switch (question.Scale)
            {
                case Scale.Quality5:
                    answers[at] = random.NextDouble() < (audience == Audience.Customer ? 0.07 : 0.02)
                        ? Analysis.Surveys.Answer.CannotJudge
                        : Analysis.Surveys.Answer.Rating(Rounded(Story.Mean(audience, rating) + Moved(audience) + person + (Normal(random) * 0.75), 1, 5));
                    rating++;
                    break;
                case Scale.Recommend11:
                    answers[at] = Analysis.Surveys.Answer.Recommend(Rounded(Story.Recommend(audience) + (person * 2) + (Normal(random) * 2), 0, 10));
                    break;
                case Scale.Percent when question.Text.ContainsKey(audience):
                    answers[at] = Analysis.Surveys.Answer.Percent(Rounded(Story.Estimate(audience) + (Normal(random) * 12), 0, 100));
                    break;
                case Scale.Pick3:
                    foreach (var (option, i) in Story.Picks(question.Options, random))
                        answers[at + i] = option ? Analysis.Surveys.Answer.Picked : Analysis.Surveys.Answer.NotPicked;
                    break;
            }
        }

        string?[] segments = audience == Audience.Executive
            ? [null, null, null]
            : [random.NextDouble() < 0.8 ? "de" : "fr", Channels[random.Next(Channels.Length)], Countries[Math.Min(3, (int)(Math.Abs(Normal(random)) * 1.6))]];
        return new Response(audience, segments, answers);
    }

    private double Moved(Audience audience) => audience == Audience.Executive ? -Shift / 2 : Shift;

    private static int Rounded(double value, int low, int high) =>
        Math.Clamp((int)Math.Round(value, MidpointRounding.AwayFromZero), low, high);

    // Box and Muller: two uniform numbers make one normal one.
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
