using Dapper;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Planning;

/// <summary>A study as it begins: a template's questionnaire as its first version.</summary>
public sealed class NewStudyStore(ClientScope clients)
{
    private const string AddSql = """
        insert into study (client_id, study_id, name, languages, created_at)
        values (@client, @study, @name, @languages, @at)
        on conflict do nothing
        """;

    private const string AddVersionSql = """
        insert into questionnaire_version (client_id, study_id, version, questionnaire, created_at, created_by)
        values (@client, @study, 1, @questionnaire::jsonb, @at, @account)
        """;

    /// <summary>Adds the study; false if it is there already.</summary>
    public Task<bool> Add(Guid client, NewStudy study, DateTimeOffset at, Guid? account, CancellationToken cancellation = default) => clients.Run(client, async db =>
    {
        if (await db.ExecuteAsync(AddSql, new { client, study = study.Id, study.Name, languages = study.Languages.ToArray(), at }) == 0)
            return false;
        await db.ExecuteAsync(AddVersionSql, new { client, study = study.Id, study.Questionnaire, at, account });
        return true;
    }, cancellation);

    private const string WaveSql = "select wave_id from wave where client_id = @client and study_id = @study order by created_at limit 1";

    /// <summary>The first wave of a study; null before there is one.</summary>
    public Task<Guid?> FirstWave(Guid client, Guid study, CancellationToken cancellation = default) =>
        clients.Run(client, db => db.QuerySingleOrDefaultAsync<Guid?>(WaveSql, new { client, study }), cancellation);
}

/// <param name="Questionnaire">As JSON.</param>
public sealed record NewStudy(Guid Id, string Name, IReadOnlyList<string> Languages, string Questionnaire);
