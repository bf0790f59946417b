using System.Globalization;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Localisation;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What every page for respondents shows.</summary>
/// <param name="Whose">The survey; null where the link leads nowhere: nothing may tell whose survey it might have been.</param>
/// <param name="Language">Two letters.</param>
public record SurveyView(Survey? Whose, string Language)
{
    /// <summary>Whether anybody may stand before this page, and not one invited person.</summary>
    public virtual bool ThroughOpenLink => false;

    /// <summary>What addresses of this survey begin with.</summary>
    public string Root { get => field ?? $"answer/{Whose?.Wave}/{Language}"; init; }

    /// <summary>Whether a consultant looks at the page: then it sends nothing anywhere.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The same beginning in another language, which stands at its end.</summary>
    public string RootIn(string language) => $"{Root[..^Language.Length]}{language}";

    /// <summary>A day as people write it, in the client's time zone: «Sonntag, 29. November 2026».</summary>
    public string LongDay(DateTimeOffset moment) => Local(moment).ToString("D", Dates);

    /// <summary>The same without the weekday: «29. November 2026».</summary>
    public string Day(DateTimeOffset moment) => Local(moment).ToString(DayPattern(), Dates);

    private CultureInfo Dates => Languages.Dates(Language);

    private DateTimeOffset Local(DateTimeOffset moment) =>
        Whose is null ? moment : TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(Whose.TimeZone));

    private string DayPattern() => Dates.DateTimeFormat.LongDatePattern
        .Replace("dddd", "", StringComparison.Ordinal).TrimStart(',', ' ');
}

/// <summary>The first page, which tells what this is about and stores nothing.</summary>
/// <param name="ResumeAt">The page to go on at; null where nothing was sent from this device yet.</param>
public sealed record StartView(Survey Survey, Respondent Respondent, string Language, string Binding, int Minutes, int? ResumeAt) : SurveyView(Survey, Language)
{
    /// <summary>Text that an earlier person typed and never sent must not show up in this one's form.</summary>
    public bool IsForSomebodyNew => Respondent.ThroughOpenLink && ResumeAt is null;
}

/// <summary>One page of questions.</summary>
/// <param name="Binding">Repeated in the form: see <see cref="Device.Binding"/>.</param>
/// <param name="Pointed">Whether open questions are pointed out, which happens once a page.</param>
public sealed record PageView(
    Survey Survey,
    Respondent Respondent,
    string Language,
    FormPage Page,
    IReadOnlyList<FormPage> Pages,
    AnswerSheet Sheet,
    string Binding,
    bool Pointed,
    IReadOnlyList<Fault> Faults) : SurveyView(Survey, Language)
{
    public override bool ThroughOpenLink => Respondent.ThroughOpenLink;

    public bool IsLast => Page.Number == Pages.Count;

    public IEnumerable<Question> Open => Pointed ? Page.Questions.Where(Sheet.IsOpen) : [];

    public QuestionView Of(Question question) => new(this, question, Faults.FirstOrDefault(fault => fault.Question == question));
}

/// <summary>One question on a page, with whatever was answered or went wrong.</summary>
public sealed record QuestionView(PageView Page, Question Question, Fault? Fault)
{
    public string Text => Question.Text[Page.Respondent.Audience].In(Page.Language);

    public byte Answer => Page.Sheet[Question];

    public bool CannotJudge => Answer == Analysis.Surveys.Answer.CannotJudge;

    public bool IsPointedOut => Fault is null && Page.Pointed && Page.Sheet.IsOpen(Question);

    public bool IsPicked(string option) => Fault?.Sent.Contains(option) ?? Page.Sheet.IsPicked(Question, option);

    public string? Mood => Fault is not null ? "faulty" : IsPointedOut ? "unanswered" : null;

    /// <summary>Named by the question's key: what the summary's links lead to.</summary>
    public string Id => $"q-{Question.Key}";
}

/// <summary>A friendly page for somebody who is known and has nothing to fill in.</summary>
public sealed record VisitView(Survey Survey, Respondent Respondent, string Binding, string Language) : SurveyView(Survey, Language)
{
    public override bool ThroughOpenLink => Respondent.ThroughOpenLink;
}

/// <summary>After a deletion.</summary>
/// <param name="GoneFromBackups">When the last backup that holds the sealed ballot is deleted.</param>
public sealed record DeletedView(Survey Survey, string Language, DateTimeOffset GoneFromBackups) : SurveyView(Survey, Language);

/// <summary>The privacy page.</summary>
public sealed record PrivacyView(Survey Survey, Respondent Respondent, string Language, Retention Retention) : SurveyView(Survey, Language)
{
    public bool AsksForComments =>
        Survey.Frozen?.Dimensions.Any(dimension => dimension.Comment?.ContainsKey(Respondent.Audience) is true) is true;
}
