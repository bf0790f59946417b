using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Counts;

/// <summary>
/// Counts responses into a release, one at a time and in any order. Several may count in parallel, each on its own, and be
/// merged: whole numbers only, so every split and order gives the same counts.
/// </summary>
public sealed class Counting
{
    private readonly CountingPlan _plan;
    private readonly AudienceTally[] _tallies;

    /// <summary>Starts at zero.</summary>
    /// <param name="questionnaire">The wave's frozen questionnaire.</param>
    /// <param name="attributes">Names of the segment attributes, in the order of <see cref="Response.Segments"/>.</param>
    public Counting(Questionnaire questionnaire, IReadOnlyList<string> attributes)
    {
        _plan = new CountingPlan(questionnaire, attributes);
        _tallies = [.. Enum.GetValues<Audience>().Select(audience => new AudienceTally(audience, _plan))];
    }

    /// <summary>Counts a whole wave.</summary>
    public static WaveCounts Of(
        IEnumerable<Response> responses,
        Questionnaire questionnaire,
        IReadOnlyList<string> attributes,
        IReadOnlyDictionary<Audience, Participation> participation,
        Thresholds? thresholds = null)
    {
        var counting = new Counting(questionnaire, attributes);
        foreach (var response in responses)
            counting.Add(response);
        return counting.ToCounts(participation, thresholds ?? Thresholds.Default);
    }

    /// <summary>Counts one response.</summary>
    /// <exception cref="ArgumentException">Its length, its segments or a byte do not fit the questionnaire.</exception>
    public void Add(Response response)
    {
        _plan.Check(response);
        _tallies[(int)response.Audience - 1].Add(response);
    }

    /// <summary>Adds what another has counted, over the same questionnaire and attributes.</summary>
    public void Merge(Counting other)
    {
        foreach (var (mine, theirs) in _tallies.Zip(other._tallies))
            mine.Merge(theirs);
    }

    /// <summary>The counts so far. A group that <paramref name="participation"/> does not name was invited in unknown number.</summary>
    public WaveCounts ToCounts(IReadOnlyDictionary<Audience, Participation> participation, Thresholds thresholds) => new()
    {
        Engine = Engine.Version,
        Locale = _plan.Questionnaire.Languages[0],
        Thresholds = thresholds,
        Attributes = [.. _plan.Attributes],
        Audiences = [.. _tallies.Select(tally => tally.ToCounts(participation.GetValueOrDefault(tally.Audience) ?? new(null)))],
    };
}
