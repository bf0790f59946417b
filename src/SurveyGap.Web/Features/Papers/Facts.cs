using System.Globalization;
using Microsoft.Extensions.Localization;
using SurveyGap.Analysis;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Languages;
using SurveyGap.Reports.Papers;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Papers;

/// <summary>The settings of a wave and its installation, in the words of a paper. What is not set says so.</summary>
/// <param name="wave">The wave.</param>
/// <param name="client">Whose it is.</param>
/// <param name="retention">What the operator has set.</param>
/// <param name="host">Where the installation is reached.</param>
/// <param name="day">On which day all this is true.</param>
/// <param name="texts">The words between the facts, in the language.</param>
/// <param name="language">The paper's.</param>
internal sealed class Facts(PaperWave wave, CurrentClient client, Retention retention, string host, DateOnly day, IStringLocalizer<Texts> texts, string language)
{
    private readonly Format _format = Format.Of(language, client.Country);
    private readonly IReadOnlyList<Question> _questions = wave.Asked?.Questions ?? [];
    private readonly IReadOnlyList<Dimension> _dimensions = wave.Asked?.Dimensions ?? [];

    public PaperFacts Of() => new(Values(), Conditions());

    private Dictionary<string, string> Values()
    {
        var closed = wave.ClosedAt ?? wave.ClosesAt;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client"] = client.Name,
            ["imprint"] = Known(wave.Imprint),
            ["contact"] = Known(wave.PrivacyContact),
            ["study"] = wave.Study,
            ["wave"] = wave.Name,
            ["opens"] = _format.Date(wave.DayOf(wave.OpenedAt ?? wave.OpensAt)),
            ["closes"] = _format.Date(wave.DayOf(closed)),
            ["time"] = wave.Wall(closed).ToString("HH:mm", CultureInfo.InvariantCulture),
            ["timeZone"] = wave.TimeZone,
            ["minimum"] = _format.Count(wave.Minimum),
            ["customerMinimum"] = _format.Count(wave.CustomerMinimum),
            ["combination"] = _format.Count(Math.Min(wave.Minimum, Math.Max(wave.CustomerMinimum, Thresholds.Default.Minimum))),
            ["exceptionReason"] = wave.CustomerMinimumReason ?? "",
            ["executiveMinimum"] = _format.Count(wave.ExecutiveMinimum),
            ["questionMinimum"] = _format.Count(Math.Max(wave.ExecutiveMinimum, Thresholds.Default.ExecutiveQuestionMinimum)),
            ["unanimous"] = _format.Count(Thresholds.Default.UnanimousBelow),
            ["responseDays"] = _format.Count(retention.ResponseDays),
            ["peopleDays"] = _format.Count(wave.KeepPeopleDays),
            ["peopleUntil"] = _format.Date(wave.DayOf(closed.AddDays(wave.KeepPeopleDays))),
            ["auditDays"] = _format.Count(retention.AuditDays),
            ["backupDays"] = _format.Count(retention.BackupDays),
            ["responsesUntil"] = _format.Date(wave.DayOf(closed.AddDays(retention.ResponseDays))),
            ["invitedExecutive"] = _format.Count(wave.Invited[0]),
            ["invitedEmployee"] = _format.Count(wave.Invited[1]),
            ["invitedCustomer"] = _format.Count(wave.Invited[2]),
            ["groups"] = string.Join(", ", Groups().Select(group => texts[$"Group.{group}"].Value)),
            ["languages"] = string.Join(", ", (wave.Asked?.Languages ?? []).Select(Screen.NameOf)),
            ["segments"] = wave.Segments.Length == 0 ? texts["None"].Value : string.Join(", ", wave.Segments),
            ["segmentsClause"] = wave.Segments.Length == 0 ? "" : texts["Segments.Clause", string.Join(", ", wave.Segments)].Value,
            ["questions"] = _format.Count(_questions.Count(question => question.Scale == Scale.Quality5)),
            ["employeeQuestions"] = string.Join('\n', _questions.Select(InWordsOfEmployees).OfType<string>()),
            ["commentsClause"] = HasComments ? texts["Comments.Clause"].Value : "",
            ["commentsWord"] = texts[HasComments ? "Comments.Yes" : "Comments.No"].Value,
            ["openLinksWord"] = texts[wave.HasOpenLink ? "Yes" : "No"].Value,
            ["mailsWord"] = texts[wave.HasAddresses ? "Yes" : "No"].Value,
            ["host"] = host,
            ["day"] = _format.Date(day),
        };
    }

    private HashSet<string> Conditions()
    {
        HashSet<string> conditions = [.. Groups().Select(AudienceNames.Of)];
        if (HasComments)
            conditions.Add("comments");
        if (wave.HasOpenLink)
            conditions.Add("openLinks");
        if (wave.CustomerMinimumReason is not null)
            conditions.Add("exception");
        if (wave.HasAddresses)
            conditions.Add("mails");
        if (wave.HasKeys)
            conditions.Add("keys");
        return conditions;
    }

    private bool HasComments => _dimensions.Any(dimension => dimension.Comment is not null);

    private IEnumerable<Audience> Groups() =>
        Enum.GetValues<Audience>().Where(audience => _questions.Any(question => question.Text.ContainsKey(audience)));

    // In the paper's language, or the questionnaire's main one.
    private string? InWordsOfEmployees(Question question) =>
        !question.Text.TryGetValue(Audience.Employee, out var words) || words.Count == 0 ? null
        : words.TryGetValue(language, out var text) ? text
        : words.TryGetValue(wave.Asked!.Languages[0], out var main) ? main
        : words.Values.First();

    private string Known(string? setting) => string.IsNullOrWhiteSpace(setting) ? texts["Unknown"].Value : setting.Trim();
}
