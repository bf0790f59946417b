using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>The service mirror and people who answer it.</summary>
internal static class Mirror
{
    public static Questionnaire Questionnaire { get; } = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);

    public static Question Question(string key) => Questionnaire.Questions.Single(question => question.Key == key);

    /// <summary>A form in which every question of a page is answered with «gut» or its like.</summary>
    public static Dictionary<string, StringValues> Answered(FormPage page) => page.Questions.ToDictionary(
        question => question.Key,
        question => new StringValues(question.Scale switch
        {
            Scale.Quality5 => "4",
            Scale.Recommend11 => "8",
            Scale.Percent => "60",
            _ => question.Options[0],
        }));

    public static IFormCollection Form(this Dictionary<string, StringValues> fields) => new FormCollection(fields);

    public static Survey Survey(bool onePage = false) => new SurveyRow
    {
        WaveVersion = 1,
        ClientVersion = 1,
        Client = Guid.NewGuid(),
        Wave = Guid.NewGuid(),
        ClientName = "Alpenblick Versicherung",
        Color = "#a13670",
        IsDemo = false,
        PrivacyContact = null,
        Languages = ["de", "en"],
        Attributes = ["language", "country"],
        OnePage = onePage,
        Minimum = 5,
        ExecutiveMinimum = 3,
        CustomerMinimum = 5,
        CustomerMinimumReason = null,
        InvitedExecutive = 9,
        TimeZone = "Europe/Zurich",
        OpensAt = DateTimeOffset.UnixEpoch,
        ClosesAt = DateTimeOffset.UnixEpoch.AddDays(14),
        OpenedAt = DateTimeOffset.UnixEpoch,
        ClosedAt = null,
        KeepResponsesUntil = null,
        KeepPeopleDays = 180,
    }.With(Questionnaire);
}
