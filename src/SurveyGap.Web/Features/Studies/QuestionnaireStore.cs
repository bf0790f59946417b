using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Studies;

/// <summary>The questionnaire of a study: every save is a version, none is ever changed. A wave freezes the last one as it opens.</summary>
public sealed class QuestionnaireStore(ClientScope clients)
{
    private const string CurrentSql = """
        select s.study_id, s.name as study, v.version, v.questionnaire, v.created_at, a.name as created_by,
               not exists (select from wave w where w.client_id = s.client_id and w.study_id = s.study_id)
               or draft.wave_id is not null as is_editable,
               draft.wave_id as draft_wave, draft.one_page, frozen.name as frozen_by
        from   study s
        join   questionnaire_version v on v.client_id = s.client_id and v.study_id = s.study_id
        left   join account a on a.account_id = v.created_by
        left   join lateral (select w.wave_id, w.one_page from wave w
                             where w.client_id = s.client_id and w.study_id = s.study_id and w.opened_at is null
                             order by w.opens_at limit 1) draft on true
        left   join lateral (select w.name from wave w
                             where w.client_id = s.client_id and w.study_id = s.study_id and w.opened_at is not null
                             order by w.opened_at desc limit 1) frozen on true
        where  s.client_id = @client and s.study_id = @study
        order  by v.version desc
        limit  1
        """;

    /// <summary>The questionnaire as it stands; null if the client has no such study.</summary>
    public Task<CurrentQuestionnaire?> Current(Guid client, Guid study, CancellationToken cancellation = default) => clients.Run(client, async db =>
        await db.QuerySingleOrDefaultAsync<CurrentRow>(CurrentSql, new { client, study }) is { } row
            ? new CurrentQuestionnaire(row, Read(row.Questionnaire)) : null, cancellation);

    private const string VersionsSql = """
        select v.version, v.questionnaire, v.created_at, a.name as created_by, v.cosmetic
        from   questionnaire_version v
        left   join account a on a.account_id = v.created_by
        where  v.client_id = @client and v.study_id = @study and v.version <= @upTo
        order  by v.version desc
        limit  @most
        """;

    /// <summary>The versions up to this one, the newest first.</summary>
    public Task<IReadOnlyList<QuestionnaireVersion>> Versions(Guid client, Guid study, int upTo, int most, CancellationToken cancellation = default) =>
        clients.Run<IReadOnlyList<QuestionnaireVersion>>(client, async db =>
            [.. (await db.QueryAsync<VersionRow>(VersionsSql, new { client, study, upTo, most })).Select(row => new QuestionnaireVersion(row, Read(row.Questionnaire)))], cancellation);

    /// <summary>One version; null if there is none of this number.</summary>
    public async Task<QuestionnaireVersion?> Version(Guid client, Guid study, int version, CancellationToken cancellation = default) =>
        (await Versions(client, study, version, most: 1, cancellation)).FirstOrDefault(found => found.Version == version);

    private const string AskedSql = """
        select name, questionnaire
        from   wave
        where  client_id = @client and study_id = @study and opened_at is not null
        order  by opened_at, wave_id
        """;

    /// <summary>What people were asked so far.</summary>
    public Task<AskedQuestions> Asked(Guid client, Guid study, CancellationToken cancellation = default) => clients.Run(client, async db =>
        new AskedQuestions((await db.QueryAsync<(string Name, string Questionnaire)>(AskedSql, new { client, study }))
            .Select(wave => (wave.Name, Read(wave.Questionnaire)))), cancellation);

    private const string OfWaveSql = """
        select study_id, name, opened_at, closed_at, questionnaire
        from   wave
        where  client_id = @client and wave_id = @wave
        """;

    /// <summary>What a wave asks, frozen once it is open; null if the client has no such wave.</summary>
    public Task<WaveQuestionnaire?> OfWave(Guid client, Guid wave, CancellationToken cancellation) => clients.Run(client, async db =>
        await db.QuerySingleOrDefaultAsync<WaveRow>(OfWaveSql, new { client, wave }) is { } row
            ? new WaveQuestionnaire(row.StudyId, row.Name, row.ClosedAt is not null, row.OpenedAt is null || row.Questionnaire is null ? null : Read(row.Questionnaire))
            : null, cancellation);

    // Only on top of the version that the change was made from, and only while no wave has frozen it.
    private const string SaveSql = """
        insert into questionnaire_version (client_id, study_id, version, questionnaire, cosmetic, created_at, created_by)
        select @client, @study, @version, @json::jsonb, @cosmetic, @at, @account
        where  (select max(version) from questionnaire_version where client_id = @client and study_id = @study) = @version - 1
        and    (not exists (select from wave where client_id = @client and study_id = @study)
                or exists (select from wave where client_id = @client and study_id = @study and opened_at is null))
        on conflict do nothing
        """;

    private const string DraftsSql = "select wave_id from wave where client_id = @client and study_id = @study and opened_at is null";

    private const string SpeakSql = """
        update study set languages = @languages
        where  client_id = @client and study_id = @study and languages <> @languages
        """;

    /// <summary>Adds the next version. False if another one was saved meanwhile, or a wave has frozen the questionnaire: then nothing is changed.</summary>
    /// <param name="next">The version, its number one above the one that it was made from.</param>
    public Task<bool> Save(Guid client, Guid study, NextVersion next) => clients.Run(client, async db =>
    {
        var languages = next.Questionnaire.Languages.ToArray();
        var (json, cosmetic) = (QuestionnaireFile.Write(next.Questionnaire), next.Cosmetic.ToArray());
        // An opening waits for the save, or the save for the opening: whoever is told «saved» is asked in these words.
        foreach (var wave in (await db.QueryAsync<Guid>(DraftsSql, new { client, study })).ToList())
            await db.ShareLock(wave);
        if (await db.ExecuteAsync(SaveSql, new { client, study, version = next.Number, json, cosmetic, at = next.At, account = next.By }) == 0)
            return false;
        await db.ExecuteAsync(SpeakSql, new { client, study, languages });
        return true;
    });

    private const string OnePageSql = """
        update wave set one_page = @onePage
        where  client_id = @client and study_id = @study and opened_at is null
        """;

    /// <summary>Whether the waves that are not open yet show all questions on one page.</summary>
    public Task SetOnePage(Guid client, Guid study, bool onePage) =>
        clients.Run(client, db => db.ExecuteAsync(OnePageSql, new { client, study, onePage }));

    private static Questionnaire Read(string json)
    {
        var reading = QuestionnaireFile.ReadDraft(json);
        return reading.Questionnaire ?? throw new InvalidDataException($"A stored questionnaire is broken: {string.Join(' ', reading.Faults)}");
    }

    private sealed record WaveRow
    {
        public required Guid StudyId { get; init; }
        public required string Name { get; init; }
        public required DateTimeOffset? OpenedAt { get; init; }
        public required DateTimeOffset? ClosedAt { get; init; }
        public required string? Questionnaire { get; init; }
    }
}
