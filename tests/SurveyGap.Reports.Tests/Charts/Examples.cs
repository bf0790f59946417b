using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Charts;

namespace SurveyGap.Reports.Tests.Charts;

/// <summary>Rows for charts: clear, open and equal gaps, three nearly equal markers, a withheld group.</summary>
internal static class Examples
{
    public static readonly IReadOnlyList<GroupNote> Groups =
    [
        new(Audience.Executive, 9, Census: true), new(Audience.Employee, 143), new(Audience.Customer, 1412),
    ];

    public static readonly IReadOnlyList<MirrorRow> Rows =
    [
        Row("Lösung beim ersten Kontakt", 4.1, 3.5, 2.6, 1.5, (1.4, 1.6), "gesichert", clear: true),
        Row("Erreichbarkeit, wenn man uns braucht, auch ausserhalb der Bürozeiten", 4.0, 3.7, 2.6, 1.4, (1.3, 1.5), "gesichert", clear: true),
        Row("Fairness, wenn ein Fehler passiert", 3.3, 3.5, 3.0, 0.3, (-0.1, 0.7), "offen", clear: false),
        Row("Freundlichkeit der Mitarbeitenden", 4.2, 4.2, 4.3, -0.1, (-0.2, 0.0), "praktisch gleich", clear: false),
        Row("Fachwissen der Mitarbeitenden", 3.4, null, 4.2, -0.7, (-0.8, -0.6), "gesichert", clear: true),
        Row("Informationen auf der Website", null, 4.8, 5.0, null, null, "", clear: false),
    ];

    private static MirrorRow Row(
        string label, double? executive, double? employee, double? customer, double? gap, (double, double)? interval, string word, bool clear) => new()
        {
            Label = label,
            Means = new (Audience Audience, double? Mean)[]
                {
                    (Audience.Executive, executive), (Audience.Employee, employee), (Audience.Customer, customer),
                }
                .Where(pair => pair.Mean is not null)
                .ToDictionary(pair => pair.Audience, pair => pair.Mean!.Value),
            Interval = customer is { } mean ? (Math.Max(1, mean - 0.15), Math.Min(5, mean + 0.15)) : null,
            Gap = gap is { } points ? new GapMark(points, interval, word, clear) : null,
        };
}
