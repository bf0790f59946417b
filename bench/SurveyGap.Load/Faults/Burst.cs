using System.Globalization;

namespace SurveyGap.Load.Faults;

/// <summary>Everybody got the mail at nine: 10,000 people in ten minutes come to two instances, each in their own time.</summary>
internal static class Burst
{
    private const double PeopleASecond = 10_000 / 600.0;
    private const int MostMilliseconds = 500;

    /// <summary>As many people at the same rate: 10,000 take ten minutes, 2,000 two.</summary>
    public static async Task<IReadOnlyList<Fault>> Play(int people)
    {
        await using var pair = await Instances.Start(await Crowd.Invite(people));
        using Respondents respondents = new(pair.Crowd, pair.Address);
        using var http = respondents.Browser();
        Journey journey = new(http, pair.Crowd.Questionnaire);
        Random random = new(900);
        List<Task> all = [];
        foreach (var (i, person) in pair.Crowd.People.Index())
        {
            all.Add(Answer(person, Respondents.RatingOf(i)));
            // They do not know of each other: the pauses between them are those of a Poisson process.
            await Task.Delay(TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / PeopleASecond));
        }

        await Task.WhenAll(all);
        var ledger = await respondents.Ledger("a burst behind nginx", string.Create(CultureInfo.InvariantCulture, $"{PeopleASecond:0.0} people a second"));
        var (p50, p95, p99) = (respondents.Refusals.Percentile(0.5), respondents.Refusals.Percentile(0.95), respondents.Refusals.Percentile(0.99));
        return
        [
            ledger with
            {
                Seen = string.Create(CultureInfo.InvariantCulture, $"{ledger.Seen}; a request: p50 {p50:0}, p95 {p95:0}, p99 {p99:0} ms"),
                Broken = ledger.Broken ?? (p95 <= MostMilliseconds ? null : $"p95 over {MostMilliseconds} ms"),
            },
        ];

        async Task Answer(Guid person, int rating)
        {
            while (!await respondents.Go(journey, person, rating))
                await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }
}
