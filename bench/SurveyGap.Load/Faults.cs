using System.Collections.Concurrent;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Load;

/// <summary>
/// Kills the app and PostgreSQL while people submit, each the given number of times, and compares what people were told with
/// what lies in the box: no acknowledged answer may be missing or changed, none may be there twice.
/// </summary>
internal static class Faults
{
    private const int AtOnce = 16;

    public static async Task<int> Run(int submits, int kills)
    {
        await using var crowd = await Crowd.Invite(submits);
        using var site = crowd.Site();
        await site.Start();
        using var http = Journey.Browser(site.Address);
        var journey = new Journey(http, crowd.Questionnaire);

        ConcurrentDictionary<Guid, int> told = [];
        var again = 0;
        var killing = KillAlong(site, crowd, kills, submits, () => told.Count);
        await Parallel.ForEachAsync(crowd.People.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, cancellation) =>
        {
            var rating = (person.Index % 5) + 1;
            while (!await Try(() => journey.Go(crowd.LinkOf(person.Item), rating)))
            {
                Interlocked.Increment(ref again);
                await Task.Delay(100, cancellation);
            }

            told[person.Item] = rating;
        });
        await killing;
        return await Compare(crowd, told, again, kills);
    }

    // Spread evenly over the submits, the two in turn.
    private static async Task KillAlong(Site site, Crowd crowd, int kills, int submits, Func<int> done)
    {
        for (var kill = 1; kill <= 2 * kills; kill++)
        {
            while (done() < (long)submits * kill / ((2 * kills) + 1))
                await Task.Delay(10);
            if (kill % 2 == 0)
            {
                Server.KillOneBackend(crowd.Data);
                continue;
            }

            site.Kill();
            await site.Start();
        }
    }

    // A refused connection, a cut reply, a 503: whatever is no acknowledgement is sent again.
    private static async Task<bool> Try(Func<Task<bool>> journey)
    {
        try
        {
            return await journey();
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or IOException)
        {
            return false;
        }
    }

    private static async Task<int> Compare(Crowd crowd, ConcurrentDictionary<Guid, int> told, int again, int kills)
    {
        var first = SlotMap.Of(crowd.Questionnaire).FirstOf(crowd.Questionnaire.OfScale(Scale.Quality5).First());
        var ballots = (await crowd.Ballots()).ToLookup(ballot => Convert.ToHexString(ballot.AnswerKey));
        var (missing, changed) = (0, 0);
        foreach (var (person, rating) in told)
        {
            var ballot = ballots[Convert.ToHexString(crowd.Keys.AnswerKey(person))].FirstOrDefault();
            if (ballot is null)
                missing++;
            else if (ballot.Open(crowd.Wave, crowd.Keys)?.Answers[first] != Answer.Rating(rating))
                changed++;
        }

        var extra = ballots.Sum(place => place.Count()) - told.Count + missing;
        Console.WriteLine($"kill -9          {kills} of the app, {kills} of PostgreSQL");
        Console.WriteLine($"acknowledged     {told.Count}");
        Console.WriteLine($"sent again       {again}");
        Console.WriteLine($"in the box       {ballots.Sum(place => place.Count())}");
        Console.WriteLine($"missing          {missing}");
        Console.WriteLine($"changed          {changed}");
        Console.WriteLine($"too many         {extra}");
        return missing + changed + extra == 0 ? 0 : 1;
    }
}
