using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>One question in the editor, or a new one.</summary>
/// <param name="Question">Null for a new one.</param>
/// <param name="Asked">What earlier waves asked.</param>
public sealed record QuestionPage(CurrentQuestionnaire Current, Question? Question, AskedQuestions Asked, FieldsView Fields)
{
    /// <summary>Key of the dimension that the question belongs to; null for questions outside of them.</summary>
    public string? Dimension { get; init; }

    /// <summary>How it is answered.</summary>
    public Scale Scale { get; init; }

    /// <summary>What people choose from, as keys of dimensions.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether this is the rating that estimates are compared with.</summary>
    public bool IsOverall { get; init; }

    /// <summary>Key of the template's question that a new one begins as; null for one of one's own.</summary>
    public string? Like { get; init; }

    public bool IsSaved { get; init; }

    /// <summary>The key that it had before this save; null if it kept it.</summary>
    public string? Former { get; init; }

    /// <summary>The wave that is not compared any more, since the question is asked in other words; null if the save changed nothing of that.</summary>
    public string? NoLongerCompared => IsSaved && Former is not null ? Asked.LastWave(Former) : null;

    /// <summary>Whether «only the language» is ticked.</summary>
    public bool IsCosmetic { get; init; }

    /// <summary>Whether somebody else changed the same question meanwhile.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Why it was not saved, beyond single fields.</summary>
    public IReadOnlyList<QuestionnaireFault> Refusals { get; init; } = [];

    public static QuestionPage New(CurrentQuestionnaire current, string dimension) => new(
        current, Question: null, new AskedQuestions([]),
        new FieldsView(current.Questionnaire.Languages, new Dictionary<string, string> { [WordingsForm.Asked] = "executive,employee,customer" }) { PointsOut = false })
    {
        Dimension = dimension,
    };

    /// <summary>A new one in the words of the template.</summary>
    public static QuestionPage New(CurrentQuestionnaire current, Question offered) => new(
        current, Question: null, new AskedQuestions([]),
        new FieldsView(current.Questionnaire.Languages, FieldsView.Of("label", offered.Label, offered.Text)) { PointsOut = false })
    {
        Dimension = offered.Dimension,
        Scale = offered.Scale,
        Options = offered.Options,
        Like = offered.Key,
    };

    public static QuestionPage Of(CurrentQuestionnaire current, Question question, AskedQuestions asked) => new(
        current, question, asked, new FieldsView(current.Questionnaire.Languages, FieldsView.Of("label", question.Label, question.Text)))
    {
        Dimension = question.Dimension,
        Scale = question.Scale,
        Options = question.Options,
        IsOverall = current.Questionnaire.Overall == question.Key,
    };

    /// <summary>Its place among all questions, from 1.</summary>
    public int Number => Current.Questionnaire.Questions.ToList().FindIndex(each => each.Key == Question!.Key) + 1;

    public Question? Before => Number > 1 ? Current.Questionnaire.Questions[Number - 2] : null;

    public Question? After => Number < Current.Questionnaire.Questions.Count ? Current.Questionnaire.Questions[Number] : null;

    /// <summary>What the parity check says of this question.</summary>
    public IEnumerable<ParityFinding> Findings => Question is null ? [] : ParityCheck.Of(Current.Questionnaire).Where(finding => finding.Place.Question == Question.Key);

    /// <summary>The wave that asked it last, under its present key; null if none did.</summary>
    public string? LastWave => Question is null ? null : Asked.LastWave(Question.Key);

    /// <summary>What its dimension is called, in the main language.</summary>
    public string? DimensionName => Current.Questionnaire.FindDimension(Dimension ?? "")?.Name.GetValueOrDefault(Current.Questionnaire.Languages[0]);
}
