using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Suppression;

/// <summary>
/// What closing does to segments before anything is stored: attribute values are withheld until every combination that is
/// stored, «withheld» (null) included, is shared by at least k responses of its audience. Executives keep none.
/// <para>
/// A combination below k loses its rarest value first (the one that the fewest invited responses of the audience share; ties:
/// the later attribute); combinations with fewer withheld values go first, so that what they lose may lift others. If those
/// with nothing left are still fewer than k, the smallest combination joins them, and so on.
/// </para>
/// <para>
/// Answers through an open link keep no segments and lift nothing: whoever posts five of them must not make a real one visible.
/// </para>
/// The result depends on the combinations alone, not on the order of responses (a plain k-anonymity by suppression; Sweeney 2002).
/// </summary>
public static class Coarsening
{
    /// <summary>The same responses in the same order, with coarser segments.</summary>
    /// <param name="responses">All responses of a wave.</param>
    /// <param name="thresholds">Their k for stored combinations, in persons.</param>
    public static IReadOnlyList<Response> Of(IReadOnlyList<Response> responses, Thresholds thresholds)
    {
        var maps = new[] { Audience.Employee, Audience.Customer }.ToDictionary(
            audience => audience,
            audience => Coarser(
                Invited(responses, audience),
                responses.LongCount(response => response.Audience == audience && response.ThroughOpenLink),
                thresholds.FullMinimumOf(audience)));
        return [.. responses.Select(response => Coarsened(response, maps))];
    }

    private static Dictionary<Combo, long> Invited(IReadOnlyList<Response> responses, Audience audience)
    {
        Dictionary<Combo, long> counts = [];
        foreach (var response in responses)
        {
            if (response.Audience == audience && !response.ThroughOpenLink)
            {
                var combo = new Combo(response.Segments);
                counts[combo] = counts.GetValueOrDefault(combo) + 1;
            }
        }

        return counts;
    }

    private static Response Coarsened(Response response, Dictionary<Audience, Dictionary<Combo, Combo>> maps) => response with
    {
        ThroughOpenLink = false,
        Segments = response.Audience == Audience.Executive || response.ThroughOpenLink
            ? new string?[response.Segments.Count]
            : maps[response.Audience][new Combo(response.Segments)].Values,
    };

    /// <summary>From each combination that occurs to the one that is stored.</summary>
    private static Dictionary<Combo, Combo> Coarser(Dictionary<Combo, long> counts, long open, int minimum)
    {
        var map = counts.Keys.ToDictionary(combo => combo, combo => combo);
        if (counts.Count == 0)
            return map;

        var rarity = new Rarity(counts);
        var attributes = counts.Keys.First().Values.Count;
        for (var withheld = 0; withheld < attributes; withheld++)
        {
            var thin = Thin(map, counts, minimum).Where(combo => combo.Withheld == withheld).ToHashSet();
            Replace(map, combo => thin.Contains(combo) ? combo.Without(rarity.RarestOf(combo)) : combo);
        }

        // Now only the combination without any value can be thin. Each step empties one more, so this ends.
        var empty = new Combo(new string?[attributes]);
        while (IsExposed(Stored(map, counts).GetValueOrDefault(empty), open, minimum) && SmallestOf(Stored(map, counts), empty) is { } smallest)
            Replace(map, combo => combo == smallest ? empty : combo);

        return map;
    }

    /// <summary>Whether those without any value are too few: too few invited among them, or nobody but too few from an open link.</summary>
    private static bool IsExposed(long invited, long open, int minimum) =>
        invited < minimum && (invited > 0 || (open > 0 && open < minimum));

    private static Combo? SmallestOf(Dictionary<Combo, long> stored, Combo except) => stored
        .Where(combo => combo.Key != except)
        .OrderBy(combo => combo.Value).ThenBy(combo => combo.Key.Text, StringComparer.Ordinal)
        .Select(combo => combo.Key).FirstOrDefault();

    private static IEnumerable<Combo> Thin(Dictionary<Combo, Combo> map, Dictionary<Combo, long> counts, int minimum) =>
        Stored(map, counts).Where(stored => stored.Value < minimum).Select(stored => stored.Key);

    private static Dictionary<Combo, long> Stored(Dictionary<Combo, Combo> map, Dictionary<Combo, long> counts) =>
        map.GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.Sum(pair => counts[pair.Key]));

    private static void Replace(Dictionary<Combo, Combo> map, Func<Combo, Combo> coarser)
    {
        foreach (var original in map.Keys.ToList())
            map[original] = coarser(map[original]);
    }
}
