using System.Security.Cryptography;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Closing;

/// <summary>From sealed ballots to nameless responses and counts, in memory and without side effects.</summary>
public static class Emptying
{
    // A sealed ballot is ten times as large as an opened one: a million of them are never in memory at once.
    private const int OpenedAtOnce = 5_000;

    private const int CountedAtOnce = 20_000;

    /// <summary>Opens, coarsens, shuffles and counts.</summary>
    /// <param name="keys">Null where they are lost, which matters to a box that is not empty.</param>
    /// <exception cref="WaveKeyMissingException">There are ballots and no keys: closing as if nobody had answered would be a lie.</exception>
    public static async Task<Outcome> Of(ClosingWave wave, WaveKeys? keys, IAsyncEnumerable<SealedBallot> box, CancellationToken cancellation = default)
    {
        var (opened, unreadable) = await Open(wave, keys, box, cancellation);
        var groups = opened.GroupBy(ballot => ballot.Audience)
            .ToDictionary(group => group.Key, group => LargeEnough([.. group], wave.Thresholds.MinimumOf(group.Key)));

        // Coarsening lets nothing of the order through, but where the responses stand would tell when they came.
        var responses = Shuffled(Coarsening.Of([.. groups.Values.SelectMany(group => group).Select(ResponseOf)], wave.Thresholds));

        // A group that only its own low minimum lets through is counted and leaves nothing else.
        var whole = groups.Where(group => LargeEnough(group.Value, wave.Thresholds.FullMinimumOf(group.Key)).Count == group.Value.Count).ToDictionary();
        return new Outcome(
            [.. responses.Where(response => whole.ContainsKey(response.Audience))],
            Shuffled(whole.Values.SelectMany(group => group).SelectMany(CommentsOf)),
            Count(wave, responses),
            unreadable);
    }

    private static async Task<(List<Ballot> Opened, int Unreadable)> Open(
        ClosingWave wave, WaveKeys? keys, IAsyncEnumerable<SealedBallot> box, CancellationToken cancellation)
    {
        var (slots, segments) = (SlotMap.Of(wave.Questionnaire), new SharedSegments());
        List<Ballot> opened = [];
        var unreadable = 0;
        await foreach (var part in box.Chunk(OpenedAtOnce).WithCancellation(cancellation))
        {
            var known = keys ?? throw new WaveKeyMissingException(wave.Wave);
            var before = opened.Count;
            opened.AddRange(part.AsParallel()
                .Select(ballot => ballot.Open(wave.Wave, known))
                .OfType<Ballot>()
                .Where(ballot => Fits(ballot, slots, wave.Attributes.Count))
                .AsSequential()
                .Select(ballot => ballot with { Segments = segments.Of(ballot.Segments) }));
            unreadable += part.Length - (opened.Count - before);
        }

        return (opened, unreadable);
    }

    // The seal proves who wrote it, not that it was written for this questionnaire: one odd ballot must not keep a wave from closing.
    private static bool Fits(Ballot ballot, SlotMap slots, int attributes) =>
        Enum.IsDefined(ballot.Audience)
        && ballot.Answers.Length == slots.Count
        && ballot.Segments.Count == attributes
        && slots.Slots.All(slot => Answer.IsValid(slot.Question.Scale, ballot.Answers[slot.Index]));

    /// <summary>
    /// An audience under its minimum leaves neither responses nor comments. Open links lift nobody who was invited over it:
    /// where too few of those answered, the others stand alone, if they are enough.
    /// </summary>
    private static List<Ballot> LargeEnough(List<Ballot> group, int minimum)
    {
        if (group.Count(ballot => !ballot.ThroughOpenLink) >= minimum)
            return group;
        var open = group.Where(ballot => ballot.ThroughOpenLink).ToList();
        return open.Count >= minimum ? open : [];
    }

    private static Response ResponseOf(Ballot ballot) =>
        new(ballot.Audience, ballot.Segments, ballot.Answers) { ThroughOpenLink = ballot.ThroughOpenLink };

    // Made plain again: a ballot may have been put in by a version that did not, and would keep the wave from ever closing.
    private static IEnumerable<Comment> CommentsOf(Ballot ballot) => ballot.Comments
        .Select(comment => new Comment(ballot.Audience, PlainText.Of(comment.Key), PlainText.Of(comment.Value).Trim()))
        .Where(comment => comment.Text.Length > 0);

    private static T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        RandomNumberGenerator.Shuffle<T>(shuffled);
        return shuffled;
    }

    private static WaveCounts Count(ClosingWave wave, Response[] responses)
    {
        var total = new Counting(wave.Questionnaire, wave.Attributes);
        foreach (var part in responses.Chunk(CountedAtOnce).AsParallel().Select(CountPart))
            total.Merge(part);
        return total.ToCounts(wave.Participation, wave.Thresholds);

        Counting CountPart(Response[] part)
        {
            var counting = new Counting(wave.Questionnaire, wave.Attributes);
            foreach (var response in part)
                counting.Add(response);
            return counting;
        }
    }
}
