using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;

namespace SurveyGap.Reports.Pages;

/// <summary>Who answered: each group's invitations and answers, then languages, channels and other segments.</summary>
internal static class WhoPage
{
    public static Section Of(Edition edition)
    {
        var words = edition.Words;
        List<Block> blocks = [.. Edition.Opening(words["who"], Title(edition), Lead(edition))];
        blocks.Add(Groups(edition) with { Above = 16 });
        blocks.Add(Edition.Note(Note(edition)));
        foreach (var attribute in edition.Analysis.Attributes)
        {
            if (Segments(edition, attribute) is not { } table)
                continue;
            blocks.Add(Edition.Part(AttributeName(edition, attribute)));
            blocks.Add(table with { Above = 6 });
        }

        return new Section(words["who"], blocks);
    }

    /// <summary>«Es antworteten 9 von 9 Führungskräften, …»: only of groups that are shown.</summary>
    public static string Sentence(Reading edition)
    {
        var parts = Ordered(edition).Where(group => group.Responses.IsShown).Select(group =>
        {
            var answered = edition.Format.Count(group.Responses.Value!.Responses);
            return group.Responses.Value.Rate is not null && group.Invited is { } invited
                ? edition.Words.Say($"who.of.{(int)group.Audience}", ("n", answered), ("all", edition.Format.Count(invited)))
                : edition.Words.Say($"who.n.{(int)group.Audience}", ("n", answered));
        }).ToList();
        return parts.Count == 0
            ? edition.Words["who.nobody"]
            : edition.Words.Say("who.sentence", ("groups", edition.Joined(parts)));
    }

    /// <summary>The name of a segment attribute as a heading: the usual ones in the report's language, others as they came.</summary>
    public static string AttributeName(Reading edition, string attribute) =>
        edition.Words.Find($"attribute.{attribute}") ?? attribute;

    /// <summary>A value of an attribute; languages by their names.</summary>
    public static string ValueName(Reading edition, string attribute, string? value) => value switch
    {
        null => edition.Words["segment.unknown"],
        "de" or "en" or "fr" or "it" when attribute == "language" => edition.Words[$"language.{value}"],
        _ => value,
    };

    private static string Title(Edition edition)
    {
        var rates = Ordered(edition).Where(group => group.Responses.Value?.Rate is not null).ToList();
        var missing = Ordered(edition).Where(group => !group.Responses.IsShown && edition.Asked.Contains(group.Audience)).ToList();
        if (missing.Count > 0)
            return edition.Words.Say("who.title.withheld", ("groups", edition.Joined([.. missing.Select(group => edition.Name(group.Audience))])));
        if (rates.Count < 2)
            return edition.Words["who.title"];
        var lowest = rates.MinBy(group => group.Responses.Value!.Rate)!;
        return edition.Words.Say(
            "who.title.lowest",
            ("group", edition.Name(lowest.Audience)), ("rate", edition.Format.Percent(lowest.Responses.Value!.Rate!.Value)));
    }

    private static string Lead(Reading reading) => reading.Asked.Count == Enum.GetValues<Audience>().Length
        ? reading.Words["who.lead"]
        : reading.Words.Say("who.lead.some", ("groups", reading.Joined([.. reading.Asked.Select(audience => reading.Words[$"the.{(int)audience}"])])));

    private static IEnumerable<GroupResult> Ordered(Reading edition) => edition.Analysis.Groups.Values.OrderBy(group => group.Audience);

    private static Table Groups(Edition edition)
    {
        var words = edition.Words;
        return new Table(
        [
            new(words["group"], 120), new(words["who.invited"], 70, Anchor.End), new(words["who.answered"], 70, Anchor.End),
            new(words["who.rate"], 60, Anchor.End), new(words["who.kind"], 167),
        ],
        [.. Ordered(edition).Select(group => new Row(
        [
            edition.Name(group.Audience),
            group.Invited is { } invited && edition.Asked.Contains(group.Audience) ? edition.Format.Count(invited) : "–",
            group.Responses.Value is { } shown ? edition.Format.Count(shown.Responses) : "–",
            group.Responses.Value?.Rate is { } rate ? edition.Format.Percent(rate) : "–",
            words[Kind(edition, group)],
        ]))]);
    }

    // What a census is tells only where there is one: else it reads as if everybody had answered.
    private static string Note(Reading reading) => Ordered(reading).Any(group => Kind(reading, group) is "who.kind.census" or "who.kind.confidentialCensus")
        ? $"{reading.Words["who.note"]} {reading.Words["who.note.census"]}"
        : reading.Words["who.note"];

    /// <summary>What the answers of a group are, as a key of the wording.</summary>
    public static string Kind(Reading reading, GroupResult group) => group switch
    {
        _ when !reading.Asked.Contains(group.Audience) => "who.kind.notAsked",
        { Responses.IsShown: false } => $"who.kind.withheld.{group.Responses.Withheld}",
        { OptIn: true } => "who.kind.optIn",
        { Census: true, Confidential: true } => "who.kind.confidentialCensus",
        { Census: true } => "who.kind.census",
        { Confidential: true } => "who.kind.confidential",
        _ => "who.kind.sample",
    };

    private static Table? Segments(Edition edition, string attribute)
    {
        var groups = edition.Analysis.Segments.Where(segment => segment.Attribute == attribute && edition.Asked.Contains(segment.Audience)).OrderBy(segment => segment.Audience).ToList();
        if (groups.Count == 0)
            return null;

        var values = groups.SelectMany(group => group.Values.Select(value => value.Value)).Distinct()
            .OrderBy(value => value is null).ThenBy(value => value, StringComparer.Ordinal).ToList();
        return new Table(
            [
                new(AttributeName(edition, attribute), 200),
                .. groups.Select(group => new Column(edition.Name(group.Audience), 120, Anchor.End)),
            ],
            [.. values.Select(value => new Row(
            [
                ValueName(edition, attribute, value),
                .. groups.Select(group => new Cell(Count(edition, group.Values.FirstOrDefault(cell => cell.Value == value)))),
            ]))]);
    }

    private static string Count(Edition edition, SegmentValue? value) => value switch
    {
        null => "–",
        { Responses.Value: { } shown } => edition.Format.Count(shown.Responses),
        _ => edition.Words["withheld"],
    };
}
