using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Words;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Localisation;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>
/// Writes the mails of one wave. A person's link is made here, at the moment of sending, from the wave's key,
/// and is nowhere but in the mail: neither the database nor a log ever holds it. Several lines write at one desk at once.
/// </summary>
public sealed partial class Desk(MailSettings settings, MailKeys keys, ShippedTexts shipped, PublicAddress address, WaveMaterial material)
{
    private readonly ConcurrentDictionary<(MailKind Kind, string Language, bool Asks), MailTemplate?> _templates = [];
    private readonly ConcurrentDictionary<Audience, (int Questions, int Minutes)> _lengths = [];

    /// <summary>The mail for a letter, or why there is none.</summary>
    public (MailMessage? Message, string? Reason) Write(Letter letter, DateTimeOffset now)
    {
        var kind = MailKind.Find(letter.Kind)!;
        if (letter.IsDeclined)
            return (null, MailReason.Declined);
        if (kind != MailKind.Thanks && (!letter.IsOpen || now >= letter.ClosesAt || material.Keys is null))
            return (null, MailReason.WaveClosed);
        if (Mailbox.TryOf(letter.Name ?? "", letter.Email ?? "") is not { } to)
            return (null, MailReason.BadAddress);
        var language = material.Texts.Any(text => text.Kind == kind.Name && text.Language == letter.Language) ? letter.Language : shipped.LanguageOf(kind, letter.Language);
        return Template(kind, language, Asks(letter, kind)) is { } template
            ? (Message(letter, kind, to, language, template, now), null)
            : (null, MailReason.BadText);
    }

    /// <summary>The words of a letter, from a text that need not be kept yet; or what is wrong with the text.</summary>
    public (FilledMail? Words, IReadOnlyList<TemplateFault> Faults) Try(Letter letter, MailKind kind, string language, string markdown)
    {
        var (template, faults) = Read(markdown, kind, language, Asks(letter, kind));
        return (template is null ? null : Fill(letter, kind, language, template), faults);
    }

    private FilledMail Fill(Letter letter, MailKind kind, string language, MailTemplate template) =>
        template.Fill(Values(letter, kind, language, Unsubscribe(letter, language)), new MailLayout(shipped.Layout, language, letter.ClientName, letter.Color));

    private MailMessage Message(Letter letter, MailKind kind, Mailbox to, string language, MailTemplate template, DateTimeOffset now)
    {
        var words = Fill(letter, kind, language, template);
        return new MailMessage
        {
            MessageId = $"{letter.MailId:N}@{settings.From.Domain}",
            Date = now,
            From = Mailbox.Of(letter.ClientName, settings.From.Address),
            To = to,
            ReplyTo = letter.ReplyTo is { } replyTo ? Mailbox.TryOf("", replyTo) : null,
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            Language = language,
            Unsubscribe = Unsubscribe(letter, language),
            GoesWithWave = kind == MailKind.Thanks ? null : letter.WaveId,
        };
    }

    /// <summary>The person's own link.</summary>
    public Uri LinkOf(Letter letter) => address.Of($"r/{material.Keys?.Link(letter.InvitationId, letter.Epoch).Reveal()}");

    private Uri Unsubscribe(Letter letter, string language) =>
        address.Of($"unsubscribe/{keys.Seal(new Unsubscription(letter.ClientId, letter.StudyId, letter.AddressHash))}/{language}");

    private Dictionary<string, string> Values(Letter letter, MailKind kind, string language, Uri unsubscribe)
    {
        // A minute less: what closes at midnight is open «until» the day before.
        var end = TimeZoneInfo.ConvertTime(letter.ClosesAt.AddMinutes(-1), TimeZoneInfo.FindSystemTimeZoneById(letter.TimeZone)).DateTime;
        var culture = Languages.Dates(language);
        Dictionary<string, string> values = new(StringComparer.Ordinal)
        {
            ["name"] = Mailbox.OneLine(letter.Name ?? ""),
            ["client"] = letter.ClientName,
            ["signature"] = string.IsNullOrWhiteSpace(letter.Signature) ? letter.ClientName : Mailbox.OneLine(letter.Signature),
            ["sender"] = Sender(letter),
            ["unsubscribe"] = unsubscribe.AbsoluteUri,
            ["date"] = Unbreakable(end.ToString(culture.DateTimeFormat.MonthDayPattern, culture)),
            ["until"] = Unbreakable(end.ToString(Year().Replace(culture.DateTimeFormat.LongDatePattern, ""), culture)),
        };
        if (kind == MailKind.Thanks)
            return values;

        var (questions, minutes) = _lengths.GetOrAdd(letter.Audience, Length);
        values["questions"] = questions.ToString(culture);
        values["minutes"] = minutes.ToString(culture);
        // Without keys nothing is sent any more; a consultant may still look at the words.
        values["link"] = LinkOf(letter).AbsoluteUri;
        // What is kept stands on the first page, and that page is behind the same link.
        values["privacy"] = values["link"];
        if (Asks(letter, kind))
        {
            foreach (var (name, value) in FirstAnswer.Values(material.FirstQuestion!, language, LinkOf(letter)))
                values[name] = value;
        }

        return values;
    }

    // Customers alone: the others answer at work, where the mail's reader is not always the person it is for.
    private bool Asks(Letter letter, MailKind kind) =>
        kind != MailKind.Thanks && letter.Audience == Audience.Customer && material.FirstQuestion is not null;

    private static string Sender(Letter letter)
    {
        var lines = (letter.Imprint ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Mailbox.OneLine(string.Join(", ", lines.FirstOrDefault() == letter.ClientName ? lines : [letter.ClientName, .. lines]));
    }

    private (int Questions, int Minutes) Length(Audience audience)
    {
        var pages = material.Questionnaire is { } questionnaire ? FormPages.Of(questionnaire, audience) : [];
        return (pages.Sum(page => page.Questions.Count), pages.MinutesFrom(1));
    }

    private MailTemplate? Template(MailKind kind, string language, bool asks) => _templates.GetOrAdd((kind, language, asks), _ =>
    {
        var own = material.Texts.FirstOrDefault(text => text.Kind == kind.Name && text.Language == language);
        return Read(own?.Markdown ?? shipped.Markdown(kind, language), kind, language, asks).Template;
    });

    // Faults are those of the text as it was written.
    private (MailTemplate? Template, IReadOnlyList<TemplateFault> Faults) Read(string markdown, MailKind kind, string language, bool asks)
    {
        var (template, faults) = MailTemplate.Read(markdown, kind);
        return template is null || !asks
            ? (template, faults)
            : MailTemplate.Read(FirstAnswer.Into(markdown.ReplaceLineEndings("\n"), shipped.FirstAnswer(language)), kind, FirstAnswer.Placeholders);
    }

    // «29. November» stays on one line; the weekday may go before it.
    private static string Unbreakable(string date)
    {
        var day = date.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        return date[..day] + date[day..].Replace(' ', '\u00A0');
    }

    [GeneratedRegex(@"[ ,]*y+", RegexOptions.None, 1000)]
    private static partial Regex Year();
}

/// <summary>What the mails of a wave are made of.</summary>
/// <param name="Keys">Null once the wave is closed.</param>
/// <param name="Texts">The wave's own words.</param>
/// <param name="Questionnaire">Null before the opening.</param>
/// <param name="AsksInMail">Whether customers find the first question in their mail.</param>
public sealed record WaveMaterial(WaveKeys? Keys, IReadOnlyList<MailText> Texts, Questionnaire? Questionnaire, bool AsksInMail)
{
    /// <summary>The question that customers' mails ask; null if they ask none.</summary>
    public Question? FirstQuestion { get; } = AsksInMail && Questionnaire is not null ? FirstAnswer.QuestionOf(Questionnaire) : null;
}
