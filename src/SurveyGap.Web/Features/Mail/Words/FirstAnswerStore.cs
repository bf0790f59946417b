using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Mail.Words;

/// <summary>Whether a wave's study puts the first question into its customers' mails.</summary>
public sealed class FirstAnswerStore(ClientScope clients)
{
    private const string IsOnSql = """
        select s.first_answer_in_mail
        from   wave w
        join   study s using (client_id, study_id)
        where  w.client_id = @client and w.wave_id = @wave
        """;

    public Task<bool> IsOn(Guid client, Guid wave, CancellationToken cancellation) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<bool>(IsOnSql, new { client, wave }), cancellation);

    private const string SwitchSql = """
        update study s
        set    first_answer_in_mail = @on
        from   wave w
        where  w.client_id = @client and w.wave_id = @wave and s.client_id = @client and s.study_id = w.study_id
        """;

    /// <summary>Switches it for the whole study.</summary>
    public Task Switch(Guid client, Guid wave, bool on) =>
        clients.Run(client, db => db.ExecuteAsync(SwitchSql, new { client, wave, on }));
}
