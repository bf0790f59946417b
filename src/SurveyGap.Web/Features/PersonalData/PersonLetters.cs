using System.Globalization;
using Microsoft.Extensions.Localization;
using SurveyGap.Reports;
using SurveyGap.Reports.Papers;
using SurveyGap.Web.Features.Papers;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>The two letters to a person: what is stored on their address, and that it is deleted.</summary>
public sealed class PersonLetters(ShippedPapers papers, Retention retention, PublicAddress site, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>What the program cannot find, and why; in the language of the screen.</summary>
    public static IReadOnlyList<string> NeverFound { get; } = ["Answers", "Drafts", "Flag", "Comments", "Backups", "Disk", "Account"];

    /// <summary>What is stored.</summary>
    public byte[] Access(CurrentClient client, Responsible responsible, string address, StoredPerson person, string language)
    {
        Speak(language);
        var values = Common(responsible, address, clock.GetUtcNow(), client.TimeZone);
        HashSet<string> conditions = [];
        foreach (var (name, holds) in new[] { ("mails", person.Mails.Count > 0), ("suppressions", person.Suppressions.Count > 0), ("imports", person.Imports.Count > 0), ("nothing", !person.IsNamed) })
        {
            if (holds)
                conditions.Add(name);
        }

        return Letter(client, "access", language, new PaperFacts(values, conditions)
        {
            Lists = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal)
            {
                ["invitation"] = [.. person.Invitations.Select(invitation => Invitation(invitation, client.TimeZone))],
                ["mail"] = [.. person.Mails.Select(mail => Row(("mail", $"{texts[$"Kind.{mail.Kind}"]}: {mail.Study}, {mail.Wave}"), ("state", StateOf(mail)), ("moment", Screen.Moment(mail.CreatedAt, client.TimeZone))))],
                ["suppression"] = [.. person.Suppressions.Select(suppression => Row(("text", Sentence(suppression, client.TimeZone))))],
                ["import"] = [.. person.Imports.Select(import => Row(("file", NameOf(import)), ("wave", $"{import.File.Study}, {import.File.Wave}"), ("lines", LinesOf(import))))],
                ["never"] = [.. NeverFound.Select(name => Row(("title", texts[$"Never.{name}"].Value), ("text", NeverText(name))))],
            },
        });
    }

    /// <summary>That it is deleted, what stays, and for how long.</summary>
    public byte[] Erasure(CurrentClient client, Responsible responsible, ErasedPerson erased, string language)
    {
        Speak(language);
        var values = Common(responsible, erased.Address, erased.At, client.TimeZone);
        values["names"] = string.Join(", ", erased.Names);
        values["mails"] = Screen.Format.Count(erased.Mails);
        values["files"] = Screen.Format.Count(erased.Files);
        values["backupsUntil"] = Screen.Format.Date(ZoneTime.Day(erased.At.AddDays(retention.BackupDays), client.TimeZone));
        HashSet<string> conditions = [];
        foreach (var (name, holds) in new[]
        {
            ("names", erased.Names.Count > 0), ("mails", erased.Mails > 0), ("files", erased.Files > 0),
            ("nothing", erased.Waves.Count + erased.Mails + erased.Files == 0), ("closed", erased.Waves.Any(wave => wave.State == WaveState.Closed)),
        })
        {
            if (holds)
                conditions.Add(name);
        }

        return Letter(client, "erasure", language, new PaperFacts(values, conditions)
        {
            Lists = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal)
            {
                ["wave"] = [.. erased.Waves.Select(wave => Row(("wave", $"{wave.Study}, {wave.Wave}"), ("text", texts[$"Erased.{wave.State}"].Value)))],
            },
        });
    }

    /// <summary>One of <see cref="NeverFound"/> as a sentence.</summary>
    public string NeverText(string name) => texts[$"Never.{name}.Text", retention.BackupDays].Value;

    /// <summary>Why an address gets no mail.</summary>
    public string Sentence(StoredSuppression suppression, string zone) =>
        texts[$"Suppressed.{suppression.Reason}", suppression.Study ?? texts["Suppressed.All"].Value, Screen.Moment(suppression.CreatedAt, zone)].Value;

    /// <summary>What became of a mail.</summary>
    public string StateOf(StoredMail mail) => mail.LastError is { } words ? $"{texts[$"Mail.{mail.State}"].Value} ({words})" : texts[$"Mail.{mail.State}"].Value;

    /// <summary>What a file is called.</summary>
    public string NameOf(WaitingImport import) => import.File.FileName.Length == 0 ? texts["Pasted"].Value : import.File.FileName;

    /// <summary>What a file says about the person.</summary>
    public string LinesOf(WaitingImport import) => import.Lines.Count == 0 ? texts["Unreadable"].Value : string.Join("; ", import.Lines);

    /// <summary>Segments of an invitation by name.</summary>
    public string SegmentsOf(StoredInvitation invitation) =>
        invitation.SegmentNames.Zip(invitation.Segments).Where(segment => segment.Second is not null).Select(segment => $"{segment.First}: {segment.Second}").ToList() is { Count: > 0 } all
            ? string.Join(", ", all)
            : texts["None"].Value;

    /// <summary>What else is noted on an invitation.</summary>
    public string NotesOf(StoredInvitation invitation, string zone)
    {
        List<string> notes = [texts["Note.Added", Screen.Moment(invitation.CreatedAt, zone)].Value];
        if (invitation.AddedAfterOpening)
            notes.Add(texts["Note.Late"].Value);
        if (invitation.Bounced)
            notes.Add(texts["Note.Bounced"].Value);
        if (invitation.UnsubscribedAt is { } unsubscribed)
            notes.Add(texts["Note.Unsubscribed", Screen.Moment(unsubscribed, zone)].Value);
        if (invitation.RevokedAt is { } revoked)
            notes.Add(texts["Note.Revoked", Screen.Moment(revoked, zone)].Value);
        return string.Join("; ", notes);
    }

    private Dictionary<string, string> Invitation(StoredInvitation invitation, string zone) => Row(
        ("study", invitation.Study),
        ("wave", invitation.Wave),
        ("state", texts[$"State.{invitation.State}"].Value),
        ("name", invitation.Name ?? texts["None"].Value),
        ("email", invitation.Email),
        ("language", Screen.LanguageName(invitation.Language)),
        ("group", texts[$"Group.{invitation.Audience}"].Value),
        ("segments", SegmentsOf(invitation)),
        ("notes", NotesOf(invitation, zone)),
        ("until", Screen.Format.Date(ZoneTime.Day(invitation.KeptUntil, zone))));

    private Dictionary<string, string> Common(Responsible responsible, string address, DateTimeOffset at, string zone) => new(StringComparer.Ordinal)
    {
        ["client"] = responsible.Name,
        ["imprint"] = Known(responsible.Imprint),
        ["contact"] = Known(responsible.PrivacyContact),
        ["address"] = address,
        ["moment"] = Screen.Moment(at, zone),
        ["host"] = site.Of("").Host,
        ["backupDays"] = Screen.Format.Count(retention.BackupDays),
        ["auditDays"] = Screen.Format.Count(retention.AuditDays),
    };

    private byte[] Letter(CurrentClient client, string letter, string language, PaperFacts facts) => new PlainPaper
    {
        Text = papers.Text(letter, language),
        Facts = facts,
        Language = language,
        Client = client.Name,
        Day = ZoneTime.Day(clock.GetUtcNow(), client.TimeZone),
        Branding = Branding.Of(client.Colour, logo: null),
        Picture = name => papers.Picture(name, language),
        IsDraft = false,
    }.ToArray();

    private string Known(string? setting) => string.IsNullOrWhiteSpace(setting) ? texts["Unknown"].Value : setting.Trim();

    // The words speak the letter's language, whatever the screen's is.
    private static void Speak(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    private static Dictionary<string, string> Row(params (string Name, string Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
}
