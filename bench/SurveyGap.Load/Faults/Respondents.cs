using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Load.Faults;

/// <summary>
/// Everybody in a crowd answers, and tries again until told that the answers have arrived: a refused connection, a cut reply, a 503
/// tell nobody so. Afterwards what they were told is compared with what lies in the box.
/// </summary>
/// <param name="crowd">Who answers.</param>
/// <param name="address">Where.</param>
/// <param name="atOnce">How many of them at the same time.</param>
/// <param name="pause">How long they wait before they try again; who tries again at once for a minute meets the limit of their link.</param>
internal sealed class Respondents(Crowd crowd, Uri address, int atOnce = 16, TimeSpan? pause = null) : IDisposable
{
    private readonly TimeSpan _pause = pause ?? TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<Guid, int> _told = [];

    public Refusals Refusals { get; } = new();

    /// <summary>How many have been told.</summary>
    public int Told => _told.Count;

    /// <summary>Everybody answers while something happens.</summary>
    public async Task Answer(Func<Task> happens)
    {
        using var http = Browser();
        Journey journey = new(http, crowd.Questionnaire);
        var happening = happens();
        await Parallel.ForEachAsync(crowd.People.Index(), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (person, cancellation) =>
        {
            while (!await Go(journey, person.Item, RatingOf(person.Index)))
                await (happening.IsFaulted ? happening : Task.Delay(_pause, cancellation));
        });
        await happening;
    }

    /// <summary>Once; true if it was acknowledged.</summary>
    public async Task<bool> Go(Journey journey, Guid person, int rating)
    {
        try
        {
            if (!await journey.Go(crowd.LinkOf(person), rating))
                return false;
            _told[person] = rating;
            return true;
        }
        // The last where a connection goes between being made and being asked whom it leads to.
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or IOException or SocketException)
        {
            Refusals.Count(lost);
            return false;
        }
    }

    public HttpClient Browser() => new(Refusals, disposeHandler: false) { BaseAddress = address, Timeout = Refusals.Patience };

    public static int RatingOf(int person) => (person % 5) + 1;

    /// <summary>Waits until this share of all has been told.</summary>
    public async Task Reached(double share)
    {
        while (Told < crowd.People.Count * share)
            await Task.Delay(10);
    }

    /// <summary>Waits until somebody is served who came after now; replies that were on their way may still come before.</summary>
    /// <returns>Seconds since the fault.</returns>
    public async Task<double> Recovery(Stopwatch since)
    {
        var before = Told + atOnce;
        while (Told <= before && Told < crowd.People.Count)
            await Task.Delay(10);
        return since.Elapsed.TotalSeconds;
    }

    /// <summary>What came of it.</summary>
    public async Task<Fault> Ledger(string what, string dose, params IReadOnlyList<double> recoveries)
    {
        var first = SlotMap.Of(crowd.Questionnaire).FirstOf(crowd.Questionnaire.OfScale(Scale.Quality5).First());
        var ballots = (await crowd.Ballots()).ToLookup(ballot => Convert.ToHexString(ballot.AnswerKey));
        var (missing, changed) = (0, 0);
        foreach (var (person, rating) in _told)
        {
            var ballot = ballots[Convert.ToHexString(crowd.Keys.AnswerKey(person))].FirstOrDefault();
            if (ballot is null)
                missing++;
            else if (ballot.Open(crowd.Wave, crowd.Keys)?.Answers[first] != Analysis.Surveys.Answer.Rating(rating))
                changed++;
        }

        var held = ballots.Sum(place => place.Count());
        return new Fault(what, $"{dose}, {Told} answers", missing + changed, held - Told + missing)
        {
            Recoveries = recoveries,
            Seen = Refusals.ToString(),
            Broken = Refusals.AreOrderly ? null : "refusals beside 429 and 503",
        };
    }

    public void Dispose() => Refusals.Dispose();
}
