using Dapper;
using SurveyGap.Web.Platform.Audit;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Clients;

/// <summary>What a client is called, looks like and says about itself.</summary>
public sealed class ClientSettingsStore(ClientScope scope, TimeProvider clock)
{
    // A mirror's blue, until somebody sets the client's own.
    private const string AddSql = """
        insert into client (client_id, name, color, created_at)
        values (@client, @name, '#1f6683', @now)
        """;

    public Task Add(Guid client, string name, Guid by, CancellationToken cancellation) => scope.Run(client, async db =>
    {
        await db.ExecuteAsync(AddSql, new { client, name, now = Now });
        await Line(client, by, "client created", new { name }).Append(db);
    }, cancellation);

    private const string FindSql = """
        select name, color as colour, locale, time_zone, coalesce(imprint, '') as imprint, coalesce(privacy_contact, '') as privacy_contact,
               logo is not null as has_logo, archived_at
        from client
        where client_id = @client
        """;

    public Task<ClientSettings?> Find(Guid client, CancellationToken cancellation) => scope.Run(client, db =>
        db.QuerySingleOrDefaultAsync<ClientSettings>(FindSql, new { client }), cancellation);

    private const string SaveSql = """
        update client
        set name = @name, color = @colour, locale = @locale, time_zone = @zone, imprint = nullif(@imprint, ''), privacy_contact = nullif(@contact, '')
        where client_id = @client
        """;

    public Task Save(Guid client, ClientForm form, Guid by, CancellationToken cancellation) => scope.Run(client, async db =>
    {
        var (name, colour, locale, zone) = (form.Name.Trim(), form.VisibleColour(), form.Locale, form.TimeZone);
        await db.ExecuteAsync(SaveSql, new { client, name, colour, locale, zone, imprint = form.Imprint.Trim(), contact = form.PrivacyContact.Trim() });
        await Line(client, by, "client changed", new { }).Append(db);
    }, cancellation);

    private const string LogoSql = "select logo from client where client_id = @client";

    /// <summary>The logo; null if there is none.</summary>
    public Task<byte[]?> Logo(Guid client, CancellationToken cancellation) => scope.Run(client, db =>
        db.QuerySingleOrDefaultAsync<byte[]?>(LogoSql, new { client }), cancellation);

    private const string SetLogoSql = "update client set logo = @logo where client_id = @client";

    /// <summary>Keeps a logo that has been checked; null removes it.</summary>
    public Task SetLogo(Guid client, byte[]? logo, Guid by, CancellationToken cancellation) => scope.Run(client, async db =>
    {
        await db.ExecuteAsync(SetLogoSql, new { client, logo });
        await Line(client, by, "client changed", new { logo = logo is null ? "removed" : "set" }).Append(db);
    }, cancellation);

    // What is archived is looked at no more: nothing may run there that somebody should look after.
    private const string ArchiveSql = """
        update client
        set archived_at = @now
        where client_id = @client
          and not exists (select from wave where client_id = @client and closed_at is null)
        """;

    /// <summary>Takes the client out of the lists; false if one of its waves is open or planned.</summary>
    public Task<bool> Archive(Guid client, Guid by, CancellationToken cancellation) => scope.Run(client, async db =>
    {
        if (await db.ExecuteAsync(ArchiveSql, new { client, now = Now }) == 0)
            return false;
        await Line(client, by, "client archived", new { }).Append(db);
        return true;
    }, cancellation);

    private const string RestoreSql = "update client set archived_at = null where client_id = @client";

    public Task Restore(Guid client, Guid by, CancellationToken cancellation) => scope.Run(client, async db =>
    {
        await db.ExecuteAsync(RestoreSql, new { client });
        await Line(client, by, "client restored", new { }).Append(db);
    }, cancellation);

    private DateTimeOffset Now => clock.GetUtcNow();

    private AuditLine Line(Guid client, Guid by, string action, object subject) => new(client, by, action, Now) { Subject = subject };
}

/// <summary>What is set for a client.</summary>
public sealed record ClientSettings
{
    public required string Name { get; init; }

    public required string Colour { get; init; }

    public required string Locale { get; init; }

    public required string TimeZone { get; init; }

    public required string Imprint { get; init; }

    public required string PrivacyContact { get; init; }

    public required bool HasLogo { get; init; }

    public required DateTimeOffset? ArchivedAt { get; init; }

    public ClientForm ToForm() => new() { Name = Name, Colour = Colour, Locale = Locale, TimeZone = TimeZone, Imprint = Imprint, PrivacyContact = PrivacyContact };
}
