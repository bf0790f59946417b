using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Studies;

/// <summary>The questionnaires that ship, in <c>templates/surveys</c> beside the program.</summary>
public static class QuestionnaireTemplates
{
    public const string Default = "service-mirror";

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "templates", "surveys");

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>The file of a template; null if none has this name.</summary>
    public static string? FileOf(string name) =>
        Names.Contains(name, StringComparer.Ordinal) ? Path.Combine(Folder, name + ".json") : null;

    /// <summary>A questionnaire that ships.</summary>
    /// <exception cref="InvalidDataException">It has a fault; a test reads all of them, so this is a broken installation.</exception>
    public static Questionnaire Load(string name)
    {
        var reading = QuestionnaireFile.Read(File.ReadAllText(FileOf(name) ?? throw new ArgumentOutOfRangeException(nameof(name), name, "No such template.")));
        return reading.Questionnaire ?? throw new InvalidDataException($"{name}: {string.Join(' ', reading.Faults)}");
    }
}
