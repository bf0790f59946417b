using System.Globalization;
using SurveyGap.Reports.Pages;

namespace SurveyGap.Reports.Tables;

/// <summary>What the figures are of, who answered, and how they were made.</summary>
internal static class MethodFigures
{
    public static string[] Columns { get; } = ["setting", "value"];

    public static IEnumerable<ResultCell[]> Rows(Edition edition) =>
        [.. Release(edition), .. Groups(edition), .. Thresholds(edition), .. Texts(edition)];

    private static IEnumerable<ResultCell[]> Release(Edition edition)
    {
        var (words, model) = (edition.Words, edition.Model);
        if (model.IsDemo)
            yield return [words["demo"], words["demo.cover"]];
        yield return [words["column.client"], model.Client];
        yield return [words["column.study"], model.Study];
        yield return [words["column.wave"], model.Wave];
        yield return [words["column.opened"], Day(model.Opened)];
        yield return [words["column.closed"], Day(model.Closed)];
        yield return [words["method.released"], Day(DateOnly.FromDateTime(model.ReleasedAt.UtcDateTime))];
        yield return [words["method.id"], model.ReleaseId];
        yield return [words["method.questionnaire"], edition.Analysis.Questionnaire.Key];
        yield return [words["method.engine"], $"SurveyGap.Analysis {edition.Analysis.Engine}"];
    }

    private static IEnumerable<ResultCell[]> Groups(Edition edition)
    {
        var words = edition.Words;
        foreach (var group in edition.Analysis.Groups.Values.OrderBy(group => group.Audience))
        {
            var name = edition.Name(group.Audience);
            yield return [$"{name}: {words["who.invited"]}", ResultCell.Count(group.Invited)];
            yield return [$"{name}: {words["who.answered"]}", group.Responses.Value is { } shown ? ResultCell.Count(shown.Responses) : Absence.Of(edition, group.Audience)];
            yield return [$"{name}: {words["who.kind"]}", words[WhoPage.Kind(edition, group)]];
        }
    }

    private static IEnumerable<ResultCell[]> Thresholds(Edition edition) =>
        MethodPage.Settings(edition.Analysis.Thresholds).Select(setting => new[]
        {
            edition.Words[$"method.{setting.Key}"] + (setting.Value.Kind == ResultNumber.Percent ? " (%)" : ""),
            setting.Value,
        });

    private static IEnumerable<ResultCell[]> Texts(Edition edition) =>
    [
        .. MethodPage.Exception(edition) is { } exception ? [[edition.Words["method.exception.title"], exception]] : Array.Empty<ResultCell[]>(),
        .. MethodPage.Parts.Select(part => new ResultCell[] { edition.Words[$"method.{part}"], edition.Words[$"method.{part}.text"] }),
    ];

    // Every program sorts and understands this one.
    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
