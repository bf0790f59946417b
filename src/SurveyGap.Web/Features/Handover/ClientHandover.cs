using System.Globalization;
using SurveyGap.Web.Features.Audit;
using SurveyGap.Web.Features.Clients;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Handover;

/// <summary>
/// Writes all files of a client. Results come through the one route that page, report and exports take, so nothing is in
/// them that is not on the screen; no link, no ballot, no response, and not who has answered.
/// </summary>
public sealed class ClientHandover(
    HandoverStore store, MemberStore members, AuditStore audit, StudyHandover studies, HandoverReadme readme)
{
    public async Task Write(CurrentClient client, HandoverZip zip, CancellationToken cancellation)
    {
        var found = await store.Studies(client.Id, cancellation);
        await zip.Add("README.html", readme.Of(client, found));
        await Client(client.Id, zip, cancellation);
        await Members(client.Id, zip, cancellation);
        await Audit(client.Id, zip, cancellation);
        var number = 0;
        foreach (var study in found)
            await studies.Write(client, study, Folder($"studies/{++number:00}", study.Name), zip, cancellation);
    }

    /// <summary>A folder for something that a person has named: unique by its number, and nowhere too long.</summary>
    /// <param name="numbered">The path to it, with its number.</param>
    internal static string Folder(string numbered, string name)
    {
        const int Longest = 40;
        return $"{numbered} {string.Concat(FileName.Plain(name).EnumerateRunes().Take(Longest))}".TrimEnd(' ', '.');
    }

    private async Task Client(Guid client, HandoverZip zip, CancellationToken cancellation)
    {
        var found = await store.Client(client, cancellation);
        await zip.AddJson("client.json", found);
        if (await store.Logo(client, cancellation) is { } logo)
            await zip.Add($"logo.{(Logo.TypeOf(logo) == "image/png" ? "png" : "jpg")}", logo);
    }

    private async Task Members(Guid client, HandoverZip zip, CancellationToken cancellation)
    {
        using var csv = new GuardedCsv(["name", "email", "role", "disabled"]);
        foreach (var member in await members.OfClient(client, cancellation))
            csv.Row([member.Name, member.Email, member.Role == Role.Consultant ? "consultant" : "reader", YesOrEmpty(member.IsDisabled)]);
        await zip.Add("members.csv", csv.Take());
    }

    private async Task Audit(Guid client, HandoverZip zip, CancellationToken cancellation)
    {
        using var csv = new GuardedCsv(["at", "account", "action", "wave", "on_account", "subject"]);
        await using var file = await zip.Open("audit.csv");
        AuditPage page;
        var filter = new AuditFilter();
        do
        {
            page = await audit.OfClient(client, filter, cancellation);
            foreach (var line in page.Entries)
                csv.Row([Iso(line.At), line.Account ?? line.Key, line.Action, line.Wave, line.SubjectAccount, line.Subject]);
            await file.WriteAsync(csv.Take(), cancellation);
            // There is a line at least: that of this very download.
            filter = new AuditFilter { Before = page.Entries[^1].At, BeforeId = page.Entries[^1].AuditId };
        }
        while (page.HasOlder);
    }

    // Empty and not «no»: the import would take a column of two words for an attribute to split by.
    internal static string YesOrEmpty(bool value) => value ? "yes" : "";

    // Every program sorts and understands this one.
    internal static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
