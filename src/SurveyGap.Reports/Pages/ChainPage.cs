using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;
using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Tables;

namespace SurveyGap.Reports.Pages;

/// <summary>Where the picture breaks: executive → employee → customer for each dimension.</summary>
internal static class ChainPage
{
    private const int RowsOnPage = 12;

    /// <summary>Left out if no dimension has all three groups.</summary>
    public static Section? Of(Edition edition)
    {
        var dimensions = edition.Analysis.Dimensions;
        if (!dimensions.Any(dimension => dimension.Chain.IsShown))
            return null;

        var words = edition.Words;
        List<Block> blocks = [.. Edition.Opening(words["chain"], Title(edition), words["chain.lead"])];
        foreach (var part in Parts.Of(dimensions, RowsOnPage))
            blocks.Add(new Figure(Chart(edition, ChartSizes.Paper, part)) { Above = 16 });
        blocks.Add(Edition.Note(words["chain.note"]));
        blocks.Add(Edition.Part(words["chain.table"]));
        blocks.Add(GapTable.Of(edition, "dimension", Pair.Mirror, [.. dimensions.Select(dimension => MirrorItem.Of(dimension, edition.Analysis.Questionnaire))]) with { Above = 6 });
        return new Section(words["chain"], blocks);
    }

    /// <summary>The chain of some dimensions, for any surface.</summary>
    public static Drawing Chart(Reading reading, ChartSizes sizes, IReadOnlyList<DimensionResult> dimensions) =>
        new ChainChart(sizes, reading.Words).Draw(
            reading.Words["chain"], Describe(reading, dimensions), reading.Groups, [.. dimensions.Select(dimension => Row(reading, dimension))]);

    /// <summary>The dimension whose broken link is the widest, and that link; null if none is broken.</summary>
    public static (DimensionResult Dimension, Gap Gap)? Widest(StudyAnalysis analysis) => analysis.Dimensions
        .Where(dimension => dimension.Chain.IsShown)
        .SelectMany(dimension => new[] { Pair.Leadership, Pair.Counter }
            .Select(pair => (Dimension: dimension, Gap: dimension.Gaps[pair].Value!))
            .Where(link => link.Gap.Label == Label.Clear))
        .OrderByDescending(link => Math.Abs(link.Gap.Points))
        .Select(link => ((DimensionResult, Gap)?)link)
        .FirstOrDefault();

    /// <summary>«Bei … bricht das Bild zwischen … und …: …»</summary>
    public static string Sentence(Reading reading, DimensionResult dimension, Gap gap) => reading.Words.Say(
        $"chain.sentence.{gap.Pair}.{(gap.Points > 0 ? "over" : "under")}",
        ("dimension", reading.Name(dimension.Dimension)),
        ("points", reading.Format.Number(Math.Abs(gap.Points))));

    private static string Title(Reading reading)
    {
        var chains = reading.Analysis.Dimensions.Where(dimension => dimension.Chain.IsShown).Select(dimension => dimension.Chain.Value!).ToList();
        var (counter, leadership) = (chains.Count(chain => chain.CounterBroken), chains.Count(chain => chain.LeadershipBroken));
        return reading.Words[(counter, leadership) switch
        {
            (0, 0) when chains.All(chain => chain.Pattern == ChainPattern.Aligned) => "chain.title.aligned",
            (0, 0) => "chain.title.open",
            _ when counter > leadership => "chain.title.counter",
            _ when counter < leadership => "chain.title.leadership",
            _ => "chain.title.both",
        }];
    }

    private static ChainRow Row(Reading reading, DimensionResult dimension) => new(
        reading.Name(dimension.Dimension),
        dimension.Groups.Where(group => group.Value.Value?.Mean is not null)
            .ToDictionary(group => group.Key, group => group.Value.Value!.Mean!.Value),
        [reading.Mark(dimension.Gaps[Pair.Leadership]), reading.Mark(dimension.Gaps[Pair.Counter])],
        dimension.Chain.Value is { } chain ? reading.Words[$"chain.{chain.Pattern}"] : Absence.Of(reading, dimension.Dimension, Enum.GetValues<Audience>()));

    private static string Describe(Reading reading, IReadOnlyList<DimensionResult> dimensions) =>
        reading.Words.Count("chain.alt", dimensions.Count) + " "
        + (Widest(reading.Analysis) is { } widest
            ? Sentence(reading, widest.Dimension, widest.Gap)
            : reading.Words["chain.alt.none"]);
}
