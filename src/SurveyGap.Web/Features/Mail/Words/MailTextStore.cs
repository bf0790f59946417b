using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Mail.Words;

/// <summary>The words that a wave's consultants wrote in place of the shipped ones.</summary>
public sealed class MailTextStore(ClientScope clients)
{
    private const string OfWaveSql = "select kind, language, markdown from mail_text where client_id = @client and wave_id = @wave";

    /// <summary>All texts of a wave's own.</summary>
    public Task<IReadOnlyList<MailText>> OfWave(Guid client, Guid wave, CancellationToken cancellation) => clients.Run<IReadOnlyList<MailText>>(client, async db =>
        [.. await db.QueryAsync<MailText>(OfWaveSql, new { client, wave })], cancellation);

    private const string KeepSql = """
        insert into mail_text (client_id, wave_id, kind, language, markdown)
        select @client, @wave, @Kind, @Language, @Markdown
        where  exists (select from wave where client_id = @client and wave_id = @wave)
        on conflict (client_id, wave_id, kind, language) do update set markdown = excluded.markdown
        """;

    /// <summary>Keeps a text that has been checked.</summary>
    public Task Keep(Guid client, Guid wave, MailText text) =>
        clients.Run(client, db => db.ExecuteAsync(KeepSql, new { client, wave, text.Kind, text.Language, text.Markdown }));

    private const string DropSql =
        "delete from mail_text where client_id = @client and wave_id = @wave and kind = @kind and language = @language";

    /// <summary>Back to the shipped text.</summary>
    public Task Drop(Guid client, Guid wave, string kind, string language) =>
        clients.Run(client, db => db.ExecuteAsync(DropSql, new { client, wave, kind, language }));

    private const string QuestionnaireSql = "select questionnaire from wave where client_id = @client and wave_id = @wave";

    /// <summary>What the wave asks, as it was frozen; null before its opening.</summary>
    public Task<string?> Questionnaire(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<string?>(QuestionnaireSql, new { client, wave }), cancellation);
}

/// <summary>A wave's own words for one kind of mail in one language.</summary>
public sealed record MailText
{
    public required string Kind { get; init; }

    public required string Language { get; init; }

    public required string Markdown { get; init; }
}
