using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Words;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Planning;

/// <summary>What stands between a plan and its opening.</summary>
public sealed class Readiness(MailSettings mail, ShippedTexts shipped, TimeProvider clock)
{
    private static readonly TimeSpan Short = TimeSpan.FromDays(1);

    /// <summary>All findings, those that block first.</summary>
    public IReadOnlyList<Finding> Of(WavePlan plan)
    {
        var questionnaire = plan.Questionnaire is { } json ? QuestionnaireFile.ReadDraft(json).Questionnaire : null;
        IEnumerable<Finding> findings =
        [
            .. questionnaire is null ? [new Finding("questionnaire", "questionnaire", Blocks: true)] : Wordings(questionnaire).Concat(Groups(plan, questionnaire)),
            .. Dates(plan),
            .. Sender(plan),
            .. Languages(plan),
            .. Segments(plan),
            .. Exceptions(plan),
        ];
        return [.. findings.OrderByDescending(finding => finding.Blocks)];
    }

    private static IEnumerable<Finding> Wordings(Questionnaire questionnaire)
    {
        var findings = ParityCheck.Of(questionnaire);
        if (findings.Count(finding => finding.IsBlocking) is > 0 and var missing)
            yield return new Finding("wordings", "questionnaire", Blocks: true) { Numbers = [missing] };
        // Who is not asked is a choice; what reads like a slip is worth a look.
        if (findings.Count(finding => finding.Kind is ParityKind.Reversed or ParityKind.Duplicate) is > 0 and var doubtful)
            yield return new Finding("parity", "questionnaire", Blocks: false) { Numbers = [doubtful] };
    }

    private IEnumerable<Finding> Dates(WavePlan plan)
    {
        var now = clock.GetUtcNow();
        if (plan.ClosesAt <= now)
            yield return new Finding("over", "settings", Blocks: true);
        else if (plan.ClosesAt - (plan.OpensAt > now ? plan.OpensAt : now) < Short)
            yield return new Finding("short", "settings", Blocks: false);
    }

    private static IEnumerable<Finding> Groups(WavePlan plan, Questionnaire questionnaire)
    {
        var present = Enum.GetValues<Audience>().Where(audience => plan.InvitedOf(audience) > 0 || plan.HasOpenLink(audience)).ToList();
        if (present.Count == 0)
            yield return new Finding("nobody", "people", Blocks: true);

        foreach (var audience in Enum.GetValues<Audience>())
        {
            var isAsked = questionnaire.Questions.Any(question => question.Text.ContainsKey(audience));
            var invited = plan.InvitedOf(audience);
            if (present.Contains(audience) && !isAsked)
                yield return new Finding("unasked", "people", Blocks: true) { Group = audience };
            else if (!plan.HasOpenLink(audience) && invited > 0 && invited < plan.MinimumOf(audience))
                yield return new Finding("small", "people", Blocks: true) { Group = audience, Numbers = [invited, plan.MinimumOf(audience)] };
            else if (isAsked && present.Count > 0 && !present.Contains(audience))
                yield return new Finding("absent", "people", Blocks: false) { Group = audience };
            else if (plan.HasOpenLink(audience) && plan.Reach[(int)audience - 1] == 0)
                yield return new Finding("reach", "settings", Blocks: false) { Group = audience };
        }
    }

    private IEnumerable<Finding> Sender(WavePlan plan)
    {
        if (plan.WithAddress == 0)
            yield break;
        if (mail.Smtp is null && !plan.IsDemo)
            yield return new Finding("server", "mails", Blocks: false) { Numbers = [plan.WithAddress] };
        // The settings as they ship: every server would refuse it, or every receiver.
        if (mail.Smtp is not null && mail.From.Domain == "localhost")
            yield return new Finding("sender", null, Blocks: true) { Detail = mail.From.Address };
        if (!plan.HasImprint)
            yield return new Finding("imprint", null, Blocks: false);
    }

    private IEnumerable<Finding> Languages(WavePlan plan)
    {
        var spoken = shipped.Languages(MailKind.Invitation).ToList();
        var silent = plan.Languages.Where(language => !spoken.Contains(language, StringComparer.Ordinal)).ToList();
        if (plan.WithAddress > 0 && silent.Count > 0)
            yield return new Finding("mailLanguage", "mails", Blocks: false) { Detail = string.Join(", ", silent) };
        if (plan.Strangers > 0)
            yield return new Finding("strangers", "people", Blocks: false) { Numbers = [plan.Strangers], Detail = plan.Languages[0] };
    }

    private static IEnumerable<Finding> Exceptions(WavePlan plan)
    {
        if (plan.CustomerMinimumReason is { } reason)
            yield return new Finding("exception", "settings", Blocks: false) { Group = Audience.Customer, Numbers = [plan.CustomerMinimum], Detail = reason };
    }

    private static IEnumerable<Finding> Segments(WavePlan plan)
    {
        if (plan.Rare > 0)
            yield return new Finding("rare", "people", Blocks: false) { Numbers = [plan.Rare] };
    }
}
