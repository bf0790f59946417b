using Dapper;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What respondents see of a wave.</summary>
public sealed class SurveyStore(ClientScope clients, FrozenQuestionnaires frozen)
{
    private const string FindSql = """
        select w.client_id as client, w.wave_id as wave, c.name as client_name, c.color, c.is_demo, c.privacy_contact,
               s.languages, w.one_page, w.minimum, w.executive_minimum, w.time_zone,
               w.opens_at, w.closes_at, w.opened_at, w.closed_at, w.keep_responses_until, w.invited_executive,
               array(select key from segment g where g.client_id = w.client_id and g.wave_id = w.wave_id order by position) as attributes
        from   wave w
        join   client c using (client_id)
        join   study s using (client_id, study_id)
        where  w.client_id = @client and w.wave_id = @wave
        """;

    private const string QuestionnaireSql =
        "select questionnaire from wave where client_id = @client and wave_id = @wave and opened_at is not null";

    public Task<Survey> Find(Guid client, Guid wave, CancellationToken cancellation) => clients.Run(client, async db =>
    {
        var row = await db.QuerySingleAsync<SurveyRow>(FindSql, new { client, wave });
        var questionnaire = row.OpenedAt is null
            ? null
            : await frozen.Of(wave, async () => (await db.ExecuteScalarAsync<string>(QuestionnaireSql, new { client, wave }))!);
        return row.With(questionnaire);
    }, cancellation);

    private sealed record SurveyRow
    {
        public required Guid Client { get; init; }
        public required Guid Wave { get; init; }
        public required string ClientName { get; init; }
        public required string Color { get; init; }
        public required bool IsDemo { get; init; }
        public required string? PrivacyContact { get; init; }
        public required string[] Languages { get; init; }
        public required string[] Attributes { get; init; }
        public required bool OnePage { get; init; }
        public required int Minimum { get; init; }
        public required int ExecutiveMinimum { get; init; }
        public required int? InvitedExecutive { get; init; }
        public required string TimeZone { get; init; }
        public required DateTimeOffset OpensAt { get; init; }
        public required DateTimeOffset ClosesAt { get; init; }
        public required DateTimeOffset? OpenedAt { get; init; }
        public required DateTimeOffset? ClosedAt { get; init; }
        public required DateTimeOffset? KeepResponsesUntil { get; init; }

        public Survey With(Questionnaire? questionnaire) => new()
        {
            Client = Client,
            Wave = Wave,
            ClientName = ClientName,
            Color = Color,
            IsDemo = IsDemo,
            PrivacyContact = PrivacyContact,
            Frozen = questionnaire,
            // A language whose texts do not ship would show keys in place of words.
            Languages = [.. Languages.Where(Platform.Localisation.Languages.All.Contains).DefaultIfEmpty(Platform.Localisation.Languages.Default)],
            Attributes = Attributes,
            OnePage = OnePage,
            Minimum = Minimum,
            ExecutiveMinimum = ExecutiveMinimum,
            InvitedExecutives = InvitedExecutive,
            TimeZone = TimeZone,
            OpensAt = OpensAt,
            ClosesAt = ClosesAt,
            ClosedAt = ClosedAt,
            KeepResponsesUntil = KeepResponsesUntil,
        };
    }
}
