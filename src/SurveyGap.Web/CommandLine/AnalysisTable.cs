using SurveyGap.Analysis.Results;
using SurveyGap.Web.CommandLine.AnalysisTables;

namespace SurveyGap.Web.CommandLine;

/// <summary>The figures as tables for the terminal, in the order of the report: what is said first, then what it rests on.</summary>
internal static class AnalysisTable
{
    private const string Note =
        "The finding decides, also where an interval just excludes 0. Open: nothing can be concluded, which is not the same as no difference.";

    public static string Write(StudyAnalysis analysis)
    {
        var printed = new Printed(analysis);
        TextTable[] tables =
        [
            GroupTable.Of(printed),
            MeansTable.Of(printed),
            .. Pairs.All.Select(pair => GapTable.Of(printed, pair)),
            FactorTable.Of(printed),
            ChainTable.Of(printed),
            AnswersNeededTable.Of(printed),
            .. PredictionTable.Of(printed),
            .. RecommendationTable.Of(printed),
            .. ImportanceTable.Of(printed),
            ImportanceTable.Priorities(printed),
            .. SegmentTable.Of(printed),
            TrendTable.Of(printed),
        ];
        var blocks = tables.Select(table => string.Join(Environment.NewLine, table.Lines())).Where(block => block.Length > 0);
        return string.Join(Environment.NewLine + Environment.NewLine, blocks.Append(Note));
    }
}
