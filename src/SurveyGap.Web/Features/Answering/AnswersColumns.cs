using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What each column of an answers file means for a questionnaire.</summary>
internal sealed class AnswersColumns
{
    private const string SegmentPrefix = "segment:";
    private const string CommentPrefix = "comment:";
    private const string Language = "language";

    private readonly Dictionary<int, Question> _questions = [];
    private readonly Dictionary<int, string> _comments = [];
    private readonly Dictionary<int, string> _attributes = [];

    /// <summary>Position of the column that says who answered; null if it is missing.</summary>
    public int? Audience { get; private set; }

    public IReadOnlyDictionary<int, Question> Questions => _questions;

    /// <summary>The key of the dimension or question that is commented on.</summary>
    public IReadOnlyDictionary<int, string> Comments => _comments;

    /// <summary>What results can be split by, language among them.</summary>
    public IReadOnlyDictionary<int, string> Attributes => _attributes;

    public static bool IsLanguage(string attribute) => attribute == Language;

    public static AnswersColumns Of(DelimitedRow header, Questionnaire questionnaire, DelimitedFaults faults)
    {
        var columns = new AnswersColumns();
        for (var i = 0; i < header.Cells.Count; i++)
        {
            if (columns.Place(i, header.Cells[i], questionnaire) is { } fault)
                faults.Add(header.Line, i + 1, header.Cells[i], fault);
        }

        if (columns.Audience is null)
            faults.Add(header.Line, null, null, "there is no column «audience»; add one that says executive, employee or customer in each line.");
        return columns;
    }

    private string? Place(int column, string name, Questionnaire questionnaire)
    {
        if (Same(name, "audience"))
            Audience = column;
        else if (Same(name, Language))
            _attributes[column] = Language;
        else if (name.StartsWith(SegmentPrefix, StringComparison.OrdinalIgnoreCase))
            return PlaceSegment(column, name[SegmentPrefix.Length..].Trim());
        else if (name.StartsWith(CommentPrefix, StringComparison.OrdinalIgnoreCase))
            return PlaceComment(column, name[CommentPrefix.Length..].Trim(), questionnaire);
        else if (questionnaire.Questions.FirstOrDefault(question => Same(question.Key, name)) is { } question)
            _questions[column] = question;
        else
            return $"the questionnaire {questionnaire.Key} has no such question; known columns: audience, language, segment:NAME, comment:KEY, "
                + $"{string.Join(", ", questionnaire.Questions.Select(known => known.Key))}.";
        return null;
    }

    private string? PlaceSegment(int column, string segment)
    {
        if (segment.Length is 0 or > 100)
            return "name the segment in 1 to 100 characters after the colon, such as segment:country.";
        if (Same(segment, Language))
            return "name this column just «language».";
        _attributes[column] = segment;
        return null;
    }

    private string? PlaceComment(int column, string key, Questionnaire questionnaire)
    {
        var keys = questionnaire.Dimensions.Select(dimension => dimension.Key).Concat(questionnaire.Questions.Select(question => question.Key));
        if (keys.FirstOrDefault(known => Same(known, key)) is not { } commented)
            return $"«{key}» is neither a dimension nor a question of the questionnaire {questionnaire.Key}; "
                + $"the dimensions: {string.Join(", ", questionnaire.Dimensions.Select(dimension => dimension.Key))}.";
        _comments[column] = commented;
        return null;
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
