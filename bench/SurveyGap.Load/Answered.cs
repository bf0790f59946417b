using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Load;

/// <summary>Answers of people who do not exist, with a language and a channel.</summary>
internal static class Answered
{
    private static readonly string[] Channels = ["Filiale", "Telefon", "Mail", "App", "Web"];
    private static readonly string[] Languages = ["de", "fr", "it"];

    /// <summary>A response to all that this audience is asked.</summary>
    public static Response ByAnybody(SlotMap slots, Audience audience, Random random) => new(
        audience,
        [Languages[random.Next(Languages.Length)], Channels[random.Next(Channels.Length)]],
        [.. slots.Slots.Select(slot => To(slot.Question.Scale, random))]);

    private static byte To(Scale scale, Random random) => scale switch
    {
        Scale.Quality5 => Answer.Rating(random.Next(1, 6)),
        Scale.Recommend11 => Answer.Recommend(random.Next(11)),
        Scale.Percent => Answer.Percent(random.Next(101)),
        _ => random.Next(3) == 0 ? Answer.Picked : Answer.NotPicked,
    };
}
