using System.Globalization;
using Microsoft.Extensions.Localization;
using SurveyGap.Analysis;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Languages;
using SurveyGap.Reports.Papers;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Papers;

/// <summary>The settings of a wave and its installation, in the words of a paper. What is not set says so.</summary>
/// <param name="texts">The words between the facts, in the paper's language.</param>
/// <param name="format">How that language writes numbers and dates.</param>
internal sealed class Facts(PaperWave wave, string client, Retention retention, string host, DateOnly day, IStringLocalizer<Texts> texts, Format format)
{
    private readonly IReadOnlyList<Question> _questions = wave.Asked?.Questions ?? [];
    private readonly IReadOnlyList<Dimension> _dimensions = wave.Asked?.Dimensions ?? [];

    public PaperFacts Of() => new(Values(), Conditions());

    private Dictionary<string, string> Values()
    {
        var closed = wave.ClosedAt ?? wave.ClosesAt;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["client"] = client,
            ["imprint"] = Known(wave.Imprint),
            ["contact"] = Known(wave.PrivacyContact),
            ["study"] = wave.Study,
            ["wave"] = wave.Name,
            ["opens"] = format.Date(wave.DayOf(wave.OpenedAt ?? wave.OpensAt)),
            ["closes"] = format.Date(wave.DayOf(closed)),
            ["time"] = wave.Local(closed).ToString("HH:mm", CultureInfo.InvariantCulture),
            ["timeZone"] = wave.TimeZone,
            ["minimum"] = format.Count(wave.Minimum),
            ["executiveMinimum"] = format.Count(wave.ExecutiveMinimum),
            ["questionMinimum"] = format.Count(Math.Max(wave.ExecutiveMinimum, Thresholds.Default.ExecutiveQuestionMinimum)),
            ["unanimous"] = format.Count(Thresholds.Default.UnanimousBelow),
            ["responseDays"] = format.Count(retention.ResponseDays),
            ["backupDays"] = format.Count(retention.BackupDays),
            ["responsesUntil"] = format.Date(wave.DayOf(closed.AddDays(retention.ResponseDays))),
            ["invitedExecutive"] = format.Count(wave.Invited[0]),
            ["invitedEmployee"] = format.Count(wave.Invited[1]),
            ["invitedCustomer"] = format.Count(wave.Invited[2]),
            ["groups"] = string.Join(", ", Groups().Select(group => texts[$"Group.{group}"].Value)),
            ["languages"] = string.Join(", ", (wave.Asked?.Languages ?? []).Select(Screen.NameOf)),
            ["segments"] = wave.Segments.Length == 0 ? texts["None"].Value : string.Join(", ", wave.Segments),
            ["segmentsClause"] = wave.Segments.Length == 0 ? "" : texts["Segments.Clause", string.Join(", ", wave.Segments)].Value,
            ["questions"] = format.Count(_questions.Count(question => question.Scale == Scale.Quality5)),
            ["commentsClause"] = HasComments ? texts["Comments.Clause"].Value : "",
            ["commentsWord"] = texts[HasComments ? "Comments.Yes" : "Comments.No"].Value,
            ["openLinksWord"] = texts[wave.HasOpenLink ? "Yes" : "No"].Value,
            ["mailsWord"] = texts[wave.HasAddresses ? "Yes" : "No"].Value,
            ["host"] = host,
            ["day"] = format.Date(day),
        };
    }

    private HashSet<string> Conditions()
    {
        HashSet<string> conditions = [.. Groups().Select(AudienceNames.Of)];
        if (HasComments)
            conditions.Add("comments");
        if (wave.HasOpenLink)
            conditions.Add("openLinks");
        if (wave.HasAddresses)
            conditions.Add("mails");
        return conditions;
    }

    private bool HasComments => _dimensions.Any(dimension => dimension.Comment is not null);

    private IEnumerable<Audience> Groups() =>
        Enum.GetValues<Audience>().Where(audience => _questions.Any(question => question.Text.ContainsKey(audience)));

    private string Known(string? setting) => string.IsNullOrWhiteSpace(setting) ? texts["Unknown"].Value : setting.Trim();
}
