using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Answering;

/// <summary>All that one request of a respondent needs to know, in one statement: these pages are the busiest there are.</summary>
public sealed class VisitStore(ClientScope clients, FrozenQuestionnaires frozen)
{
    private const string FindSql = """
        select w.client_id as client, w.wave_id as wave, c.name as client_name, c.color, c.is_demo, c.privacy_contact,
               s.languages, w.one_page, w.minimum, w.executive_minimum, w.customer_minimum, w.customer_minimum_reason, w.time_zone,
               w.opens_at, w.closes_at, w.opened_at, w.closed_at, w.keep_responses_until, w.invited_executive,
               array(select key from segment g where g.client_id = w.client_id and g.wave_id = w.wave_id order by position) as attributes,
               coalesce(i.audience, o.audience) as audience, i.language, i.segments,
               exists (select from ballot b
                       where b.client_id = w.client_id and b.wave_id = w.wave_id and b.answer_key = @answerKey) as answered,
               (select sealed from draft d
                where d.client_id = w.client_id and d.wave_id = w.wave_id and d.draft_key = @draftKey) as draft
        from   wave w
        join   client c using (client_id)
        join   study s using (client_id, study_id)
        left   join invitation i on i.client_id = w.client_id and i.wave_id = w.wave_id and i.invitation_id = @invitation
                                and i.token_hash = @hash and i.revoked_at is null
        left   join open_link o on o.client_id = w.client_id and o.wave_id = w.wave_id and o.code = @code and o.revoked_at is null
        where  w.client_id = @client and w.wave_id = @wave and coalesce(i.audience, o.audience) is not null
        """;

    private const string QuestionnaireSql =
        "select questionnaire from wave where client_id = @client and wave_id = @wave and opened_at is not null";

    /// <summary>The wave as it stands for this device; null if its link does not lead there, or does not any more.</summary>
    /// <param name="answerKey">Where the person's ballot would lie; null once the wave's key is gone.</param>
    /// <param name="draftKey">Where the device's draft would lie.</param>
    public async Task<(VisitRow Row, Questionnaire? Questionnaire)?> Find(Device device, Guid wave, byte[]? answerKey, byte[] draftKey, CancellationToken cancellation)
    {
        var (client, invitation) = (device.Client, device.Invitation);
        var hash = device.Kind is LinkKind.Personal ? (Token.Read(device.Link) ?? Token.Impossible).Hash : null;
        var code = device.Kind is LinkKind.Open ? device.Link : null;
        var row = await clients.AskForOne<VisitRow>(FindSql, new { client, wave, invitation, hash, code, answerKey, draftKey }, cancellation);
        if (row is null)
            return null;
        return (row, row.OpenedAt is null ? null : await frozen.Of(wave, Load));

        Task<string> Load() => clients.Ask<string>(QuestionnaireSql, new { client, wave }, cancellation);
    }
}

/// <summary>A wave as one respondent meets it.</summary>
public sealed record VisitRow
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
    public required int CustomerMinimum { get; init; }
    public required string? CustomerMinimumReason { get; init; }
    public required int? InvitedExecutive { get; init; }
    public required string TimeZone { get; init; }
    public required DateTimeOffset OpensAt { get; init; }
    public required DateTimeOffset ClosesAt { get; init; }
    public required DateTimeOffset? OpenedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required DateTimeOffset? KeepResponsesUntil { get; init; }

    /// <summary>Of the invitation or the open link.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Of the invitation, as the next; null through an open link.</summary>
    public required string? Language { get; init; }
    public required string?[]? Segments { get; init; }

    public required bool Answered { get; init; }

    /// <summary>Sealed by the device.</summary>
    public required byte[]? Draft { get; init; }

    public Survey With(Questionnaire? questionnaire) => new()
    {
        Client = Client,
        Wave = Wave,
        ClientName = ClientName,
        Color = Color,
        IsDemo = IsDemo,
        PrivacyContact = PrivacyContact,
        Frozen = questionnaire,
        // What is frozen counts: the study may speak another language by its next wave.
        // A language whose texts do not ship would show keys in place of words.
        Languages = [.. (questionnaire?.Languages ?? Languages).Where(Platform.Localisation.Languages.All.Contains).DefaultIfEmpty(Platform.Localisation.Languages.Default)],
        Attributes = Attributes,
        OnePage = OnePage,
        Minimum = Minimum,
        ExecutiveMinimum = ExecutiveMinimum,
        CustomerMinimum = CustomerMinimum,
        CustomerMinimumReason = CustomerMinimumReason,
        InvitedExecutives = InvitedExecutive,
        TimeZone = TimeZone,
        OpensAt = OpensAt,
        ClosesAt = ClosesAt,
        ClosedAt = ClosedAt,
        KeepResponsesUntil = KeepResponsesUntil,
    };
}
