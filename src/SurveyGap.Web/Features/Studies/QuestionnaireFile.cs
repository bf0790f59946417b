using System.Text.Json;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Studies;

/// <summary>A questionnaire as JSON: the templates that ship, a consultant's own file, and what a wave freezes.</summary>
public static class QuestionnaireFile
{
    /// <summary>Reads and checks a questionnaire; all faults at once, each with the JSON path where it lies.</summary>
    public static QuestionnaireReading Read(string json) => ReadAs(json, isDraft: false);

    /// <summary>The same for a questionnaire that is still written: wordings may be missing (<see cref="ParityCheck"/> lists them), all else must fit.</summary>
    public static QuestionnaireReading ReadDraft(string json) => ReadAs(json, isDraft: true);

    private static QuestionnaireReading ReadAs(string json, bool isDraft)
    {
        List<QuestionnaireFault> faults = [];
        try
        {
            using var document = JsonDocument.Parse(json);
            var questionnaire = QuestionnaireReader.Read(new JsonNodeAt(document.RootElement, path: "", faults), isDraft);
            if (questionnaire is not null)
                faults.AddRange(QuestionnaireRules.Faults(questionnaire));
            return new QuestionnaireReading(faults.Count == 0 ? questionnaire : null, faults);
        }
        catch (InvalidOperationException)
        {
            // The parser takes an escape such as \ud800 for granted, and finds out when the text is asked for.
            return new QuestionnaireReading(null, [new QuestionnaireFault("", QuestionnaireFaultKind.HalfCharacter, [])]);
        }
        catch (JsonException fault)
        {
            object[] place = [(fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1];
            return new QuestionnaireReading(null, [new QuestionnaireFault("", QuestionnaireFaultKind.NoJson, place)]);
        }
    }

    /// <summary>Writes a questionnaire so that <see cref="Read"/> gives the same one back.</summary>
    public static string Write(Questionnaire questionnaire) => QuestionnaireWriter.Write(questionnaire);
}

/// <param name="Questionnaire">The questionnaire; null if there is any fault.</param>
/// <param name="Faults">What is wrong and where, such as «questions[3].text.employee.en: missing.».</param>
public sealed record QuestionnaireReading(Questionnaire? Questionnaire, IReadOnlyList<QuestionnaireFault> Faults);
