using System.Globalization;
using System.Text;

namespace SurveyGap.Load;

/// <summary>The latest figures of each item, as JSON and as a table. What was not measured this time stays as it was, with its own date.</summary>
internal static class Results
{
    public static async Task Add(string item, IReadOnlyList<Figure> figures)
    {
        var all = await LatestRuns.Add("latest", item, figures, Table);
        await Console.Out.WriteLineAsync(Rows(item, all[item]));
    }

    private static string Table(SortedDictionary<string, LatestRun<Figure>> all) => $"""
        # Measured

        Written by `./dev bench`. Each figure stands beside its baseline, measured in the same run on the same machine; ratios say more than
        milliseconds, and the less the more somebody else uses the machine: the load is the number of processes that ran or waited meanwhile,
        on {Environment.ProcessorCount} processors, our own among them.

        | item | what | measured | baseline | ratio | aim | met | at, load |
        |---|---|---|---|---|---|---|---|
        {string.Concat(all.Select(item => Rows(item.Key, item.Value)))}
        """;

    private static string Rows(string item, LatestRun<Figure> run)
    {
        StringBuilder rows = new();
        foreach (var figure in run.Rows)
        {
            rows.Append(CultureInfo.InvariantCulture, $"| {item} | {figure.What} | {Number(figure.Value)} {figure.Unit} | ");
            rows.Append(figure.Beside is { } beside ? $"{Number(beside.Value)} {figure.Unit}: {beside.What}" : "").Append(" | ");
            rows.Append(figure.Ratio is { } ratio ? Number(ratio) : "").Append(" | ");
            rows.Append(CultureInfo.InvariantCulture, $"{figure.Aim} | {figure.IsMet switch { true => "yes", false => "**no**", null => "" }} | {run.At:yyyy-MM-dd HH:mm}, {Number(run.Load)} |\n");
        }

        return rows.ToString();
    }

    private static string Number(double number) => number.ToString(Math.Abs(number) switch { >= 100 => "#,0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
