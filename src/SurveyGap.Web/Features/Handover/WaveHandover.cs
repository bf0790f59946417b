using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Words;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Handover;

/// <summary>Writes the files of a wave: what it is set to, what it asks, whom, in which mails, and its results once it is closed.</summary>
public sealed class WaveHandover(
    HandoverStore store, WaveSettingsStore settings, QuestionnaireStore questionnaires, CompanyFigureStore company, PeopleStore people,
    MailTextStore words, ShippedTexts shipped, ResultsHandover results)
{
    private static readonly string[] Heads =
        ["name", "email", "language", "audience", "added_after_opening", "bounced", "unsubscribed", "link_revoked"];

    public async Task Write(CurrentClient client, StudyDetails study, Guid wave, string numbered, HandoverZip zip, CancellationToken cancellation)
    {
        // Deleted since the list was read: then there is nothing of it.
        if (await settings.Find(client.Id, wave, cancellation) is not { } found)
            return;
        var folder = ClientHandover.Folder(numbered, found.Name);
        await Settings(client.Id, found, folder, zip, cancellation);
        if (await questionnaires.OfWave(client.Id, wave, cancellation) is { Frozen: { } asked })
            await zip.Add($"{folder}/questionnaire.json", QuestionnaireFile.Write(asked));
        await People(client.Id, wave, folder, zip, cancellation);
        await Mails(client.Id, study, wave, folder, zip, cancellation);
        await results.Write(client, wave, folder, zip, cancellation);
    }

    private async Task Settings(Guid client, WaveSettings wave, string folder, HandoverZip zip, CancellationToken cancellation) =>
        await zip.AddJson($"{folder}/wave.json", new
        {
            Wave = wave,
            Segments = await people.Segments(client, wave.WaveId, cancellation),
            OpenLinks = await store.OpenLinks(client, wave.WaveId, cancellation),
            Mailings = await store.Mailings(client, wave.WaveId, cancellation),
            CompanyFigures = await company.OfWave(client, wave.WaveId, cancellation),
        });

    private async Task People(Guid client, Guid wave, string folder, HandoverZip zip, CancellationToken cancellation)
    {
        var segments = await people.Segments(client, wave, cancellation);
        // The import knows these heads again.
        using var csv = new GuardedCsv([.. Heads, .. segments.Select(segment => $"segment:{segment.Name}")]);
        await using var file = await zip.Open($"{folder}/people.csv");
        await foreach (var page in store.People(client, wave, cancellation))
        {
            foreach (var person in page)
                csv.Row(Row(person, segments.Count));
            await file.WriteAsync(csv.Take(), cancellation);
        }
    }

    private static IEnumerable<string?> Row(InvitedPerson person, int segments) =>
    [
        person.Name, person.Email, person.Language, AudienceNames.Of(person.Audience), ClientHandover.YesOrEmpty(person.AddedAfterOpening),
        ClientHandover.YesOrEmpty(person.Bounced), ClientHandover.YesOrEmpty(person.IsUnsubscribed), ClientHandover.YesOrEmpty(person.IsRevoked),
        .. Enumerable.Range(0, segments).Select(person.Segments.ElementAtOrDefault),
    ];

    // The wave's own words, and the shipped ones where it has none: all that its people are written.
    private async Task Mails(Guid client, StudyDetails study, Guid wave, string folder, HandoverZip zip, CancellationToken cancellation)
    {
        var own = await words.OfWave(client, wave, cancellation);
        foreach (var kind in MailKind.OfWave)
        {
            var written = own.Where(text => text.Kind == kind.Name).ToDictionary(text => text.Language, text => text.Markdown, StringComparer.Ordinal);
            foreach (var language in study.Languages.Union(written.Keys, StringComparer.Ordinal))
                await zip.Add($"{folder}/mails/{kind.Name}.{language}.md", written.GetValueOrDefault(language) ?? shipped.Markdown(kind, language));
        }
    }
}
