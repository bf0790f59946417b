using System.Globalization;
using System.Resources;

namespace SurveyGap.Web.Features.Studies;

/// <summary>One thing that is wrong in a questionnaire.</summary>
/// <param name="Path">Where, as a JSON path such as «questions[3].text.employee.en»; empty for the whole.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Details">What the message about it names.</param>
public sealed record QuestionnaireFault(string Path, QuestionnaireFaultKind Kind, IReadOnlyList<object> Details)
{
    private static readonly ResourceManager Words = new(typeof(Texts));

    /// <summary>What is wrong, and what to do, in a language of the workspace.</summary>
    public string In(CultureInfo language) =>
        string.Format(language, Words.GetString($"Fault.{Kind}", language)!, [.. Details]);

    // As on the command line, which speaks English.
    public override string ToString()
    {
        var what = In(CultureInfo.GetCultureInfo("en"));
        return Path.Length == 0 ? what : $"{Path}: {what}";
    }
}

/// <summary>What can be wrong in a questionnaire; the words stand in the texts of this feature.</summary>
public enum QuestionnaireFaultKind
{
    NoJson,
    NoObject,
    NoList,
    NoText,
    NoLanguage,
    NoDimension,
    NoAudience,
    Missing,
    UnknownName,
    UnknownScale,
    UnknownDimension,
    UnknownOverall,
    NameTwice,
    ValueTwice,
    TooLong,
    DimensionCount,
    QuestionCount,
    LanguageShape,
    KeyShape,
    KeyTaken,
    NeedlessOptions,
    FewOptions,
    HalfCharacter,
}
