using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;
using Words = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace SurveyGap.Web.Features.Questionnaires;

/// <summary>The fields of a form: what stands in them, what is wrong with them, and what somebody else saved meanwhile.</summary>
/// <param name="Languages">Two letters each, the main one first.</param>
/// <param name="Stored">What is saved, by the name of the field.</param>
public sealed record FieldsView(IReadOnlyList<string> Languages, Words Stored)
{
    /// <summary>What was typed; null where nothing was sent yet.</summary>
    public Words? Typed { get; init; }

    public IReadOnlyDictionary<string, FieldFault> Faults { get; init; } = new Dictionary<string, FieldFault>();

    /// <summary>Whether what is saved now is shown beside what was typed.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Whether this is about something that exists already: then an empty field of a group that is asked is pointed out.</summary>
    public bool PointsOut { get; init; } = true;

    public string Value(string field) => (Typed ?? Stored).GetValueOrDefault(field, "");

    public FieldFault? Fault(string field) => Faults.GetValueOrDefault(field);

    /// <summary>What somebody else saved in this field; null if it is the same.</summary>
    public string? Theirs(string field) => IsDisputed && Stored.GetValueOrDefault(field, "") is var theirs && theirs != Value(field) ? theirs : null;

    public bool IsAsked(Audience audience) => Value(WordingsForm.Asked).Split(',').Contains(AudienceNames.Of(audience), StringComparer.Ordinal);

    /// <summary>What a question or a dimension has in its fields.</summary>
    /// <param name="name">Of the fields with a name or a label.</param>
    public static Words Of(string name, Words texts, IReadOnlyDictionary<Audience, Words> wordings)
    {
        var fields = texts.ToDictionary(text => $"{name}.{text.Key}", text => text.Value, StringComparer.Ordinal);
        fields[WordingsForm.Asked] = string.Join(',', wordings.Keys.Select(AudienceNames.Of));
        foreach (var (audience, words) in wordings)
        {
            foreach (var (language, text) in words)
                fields[$"{AudienceNames.Of(audience)}.{language}"] = text;
        }

        return fields;
    }
}
