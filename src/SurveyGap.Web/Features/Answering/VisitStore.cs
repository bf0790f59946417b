using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What a request of a respondent needs to know that is theirs alone, in one statement: these pages are the busiest there are.</summary>
public sealed class VisitStore(ClientScope clients)
{
    private const string PersonalSql = """
        select w.xmin as version, i.xmin as link_version, i.audience, i.language, i.segments,
               exists (select from ballot b
                       where b.client_id = @client and b.wave_id = @wave and b.answer_key = @answerKey) as answered,
               (select sealed from draft d
                where d.client_id = @client and d.wave_id = @wave and d.draft_key = @draftKey) as draft
        from   invitation i
        join   wave w using (client_id, wave_id)
        where  i.client_id = @client and i.wave_id = @wave and i.invitation_id = @invitation and i.token_hash = @hash and i.revoked_at is null
        """;

    private const string OpenSql = """
        select w.xmin as version, o.xmin as link_version, o.audience, null::text as language, null::text[] as segments,
               exists (select from ballot b
                       where b.client_id = @client and b.wave_id = @wave and b.answer_key = @answerKey) as answered,
               (select sealed from draft d
                where d.client_id = @client and d.wave_id = @wave and d.draft_key = @draftKey) as draft
        from   open_link o
        join   wave w using (client_id, wave_id)
        where  o.client_id = @client and o.wave_id = @wave and o.code = @code and o.revoked_at is null
        """;

    /// <summary>How it stands for this device; null if its link does not lead to this wave, or does not any more.</summary>
    /// <param name="answerKey">Where the person's ballot would lie; null once the wave's key is gone.</param>
    /// <param name="draftKey">Where the device's draft would lie.</param>
    public Task<VisitRow?> Find(Device device, Guid wave, byte[]? answerKey, byte[] draftKey, CancellationToken cancellation)
    {
        var (client, invitation, code) = (device.Client, device.Invitation, device.Link);
        if (device.Kind is LinkKind.Open)
            return clients.AskForOne<VisitRow>(OpenSql, new { client, wave, code, answerKey, draftKey }, cancellation);
        var hash = (Token.Read(device.Link) ?? Token.Impossible).Hash;
        return clients.AskForOne<VisitRow>(PersonalSql, new { client, wave, invitation, hash, answerKey, draftKey }, cancellation);
    }
}

/// <summary>One respondent in a wave.</summary>
public sealed record VisitRow
{
    /// <summary>Changes with each change of the wave's row: the number of the transaction that wrote it.</summary>
    public required uint Version { get; init; }

    /// <summary>The same of the invitation's row, or of the open link's.</summary>
    public required uint LinkVersion { get; init; }

    /// <summary>Of the invitation or the open link.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Of the invitation, as the next; null through an open link.</summary>
    public required string? Language { get; init; }
    public required string?[]? Segments { get; init; }

    public required bool Answered { get; init; }

    /// <summary>Sealed by the device.</summary>
    public required byte[]? Draft { get; init; }
}
