using System.Security.Cryptography;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Closing;

/// <summary>From sealed ballots to nameless responses and counts, in memory and without side effects.</summary>
public static class Emptying
{
    private const int CountedAtOnce = 20_000;

    /// <summary>Opens, coarsens, shuffles and counts.</summary>
    public static Outcome Of(ClosingWave wave, WaveKeys keys, IReadOnlyList<SealedBallot> sealedBallots)
    {
        var opened = Open(wave, keys, sealedBallots);
        var kept = WithoutSmallGroups(wave, opened);

        // Coarsening lets nothing of the order through, but where the responses stand would tell when they came.
        var responses = Shuffled(Coarsening.Of([.. kept.Select(ResponseOf)], wave.Thresholds.Minimum));
        var comments = Shuffled(kept.SelectMany(CommentsOf));
        return new Outcome(responses, comments, Count(wave, responses), sealedBallots.Count - opened.Count);
    }

    private static List<Ballot> Open(ClosingWave wave, WaveKeys keys, IReadOnlyList<SealedBallot> sealedBallots)
    {
        var slots = SlotMap.Of(wave.Questionnaire);
        return
        [
            .. sealedBallots.AsParallel()
                .Select(ballot => ballot.Open(wave.Wave, keys))
                .OfType<Ballot>()
                .Where(ballot => Fits(ballot, slots, wave.Attributes.Count)),
        ];
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
    private static List<Ballot> WithoutSmallGroups(ClosingWave wave, List<Ballot> ballots) =>
    [
        .. ballots.GroupBy(ballot => ballot.Audience).SelectMany(group =>
        {
            var minimum = group.Key is Audience.Executive ? wave.Thresholds.ExecutiveMinimum : wave.Thresholds.Minimum;
            if (group.Count(ballot => !ballot.ThroughOpenLink) >= minimum)
                return group.ToList();
            var open = group.Where(ballot => ballot.ThroughOpenLink).ToList();
            return open.Count >= minimum ? open : [];
        }),
    ];

    private static Response ResponseOf(Ballot ballot) =>
        new(ballot.Audience, ballot.Segments, ballot.Answers) { ThroughOpenLink = ballot.ThroughOpenLink };

    private static IEnumerable<Comment> CommentsOf(Ballot ballot) =>
        from comment in ballot.Comments
        // Again: a ballot may have been put in by a version that did not, and would keep the wave from ever closing.
        let text = PlainText.Of(comment.Value).Trim()
        where text.Length > 0
        select new Comment(ballot.Audience, PlainText.Of(comment.Key), text);

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
