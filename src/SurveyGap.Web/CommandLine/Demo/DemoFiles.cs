using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.CommandLine.Demo;

/// <summary>Reads <c>templates/demo</c>: who is invited, and what they answered.</summary>
internal static class DemoFiles
{
    private static readonly DelimitedLimits Limits = new(Bytes: 1 << 20, Rows: 10_000, Columns: 20, CellLength: 200, Delimiters: ",");

    public static async Task<IReadOnlyList<DemoPerson>> People()
    {
        var faults = new DelimitedFaults();
        await using var file = File.OpenRead(PathOf("people.csv"));
        var table = await DelimitedTable.Read(file, Limits, faults) ?? throw Broken("people.csv", faults);
        return [.. table.Rows.Select((row, number) => DemoPerson.Of(number, row.Cells))];
    }

    public static async Task<IReadOnlyList<AnswersRow>> Answers(int wave, Questionnaire questionnaire)
    {
        var faults = new DelimitedFaults();
        var name = $"wave-{wave}.csv";
        await using var file = File.OpenRead(PathOf(name));
        var answers = await AnswersFile.Read(file, questionnaire, new Dictionary<Audience, int>(), faults) ?? throw Broken(name, faults);
        return answers.Rows;
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "templates", "demo", name);

    // A test reads both files, so this is a broken installation.
    private static InvalidDataException Broken(string name, DelimitedFaults faults) => new($"{name}: {string.Join(' ', faults.First)}");
}

/// <summary>Somebody who is invited to both waves.</summary>
/// <param name="Number">The line, from 0.</param>
/// <param name="Segments">Language, country, channel; none for executives.</param>
internal sealed record DemoPerson(int Number, string Name, string Email, Audience Audience, string Language, IReadOnlyList<string?> Segments)
{
    public static DemoPerson Of(int number, IReadOnlyList<string> cells)
    {
        var (audience, language) = (AudienceNames.All[cells[2]], cells[3]);
        string?[] segments = [language, cells[4], cells[5]];
        return new DemoPerson(number, cells[0], cells[1], audience, language, audience is Audience.Executive ? new string?[segments.Length] : segments);
    }
}
