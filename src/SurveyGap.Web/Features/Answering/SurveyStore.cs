using Microsoft.Extensions.Caching.Memory;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// What everybody reads of an open wave. Each request brings the version of the wave's row, and only a new one is read. The client's row
/// is looked at once a second: in the statement of each request it would cost as much as all the rest.
/// </summary>
public sealed class SurveyStore(ClientScope clients, FrozenQuestionnaires frozen, IMemoryCache cache, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    /// <summary>The survey, with the wave in this version or a newer one; null if it is gone.</summary>
    public async Task<Survey?> Find(Guid client, Guid wave, uint version, CancellationToken cancellation)
    {
        var (place, now) = ((typeof(SurveyStore), wave), clock.GetUtcNow());
        var known = cache.Get<Known>(place);
        if (known?.WaveVersion == version && (now - known.At).Duration() < Fresh)
            return known.Survey;

        if (await clients.AskForOne<SurveyRow>(FindSql, new { client, wave }, cancellation) is not { } row)
            return null;
        // Before a wave opens, its study and its segments may change, and these rows do not tell.
        if (row.OpenedAt is null)
            return row.With(questionnaire: null);

        // The same survey stays the same object: the pages that were written of it hang on that.
        var survey = known?.WaveVersion == row.WaveVersion && known.ClientVersion == row.ClientVersion
            ? known.Survey
            : row.With(await frozen.Of(wave, () => clients.Ask<string>(QuestionnaireSql, new { client, wave }, cancellation)));
        cache.Set(place, new Known(row.WaveVersion, row.ClientVersion, survey, now), new MemoryCacheEntryOptions { SlidingExpiration = Idle });
        return survey;
    }

    private const string FindSql = """
        select w.xmin as wave_version, c.xmin as client_version, w.client_id as client, w.wave_id as wave,
               c.name as client_name, c.color, c.is_demo, c.privacy_contact,
               s.languages, w.one_page, w.minimum, w.executive_minimum, w.customer_minimum, w.customer_minimum_reason, w.time_zone,
               w.opens_at, w.closes_at, w.opened_at, w.closed_at, w.keep_responses_until, w.invited_executive,
               least(w.keep_people_days, s.keep_people_days) as keep_people_days,
               array(select key from segment g where g.client_id = w.client_id and g.wave_id = w.wave_id order by position) as attributes
        from   wave w
        join   client c using (client_id)
        join   study s using (client_id, study_id)
        where  w.client_id = @client and w.wave_id = @wave
        """;

    private const string QuestionnaireSql =
        "select questionnaire from wave where client_id = @client and wave_id = @wave and opened_at is not null";

    private sealed record Known(uint WaveVersion, uint ClientVersion, Survey Survey, DateTimeOffset At);
}

/// <summary>A wave as its respondents meet it.</summary>
public sealed record SurveyRow : SurveyTerms
{
    /// <summary>Changes with each change of the wave's row, as the next with its client's.</summary>
    public required uint WaveVersion { get; init; }
    public required uint ClientVersion { get; init; }

    /// <summary>The study's: by its next wave it may speak others.</summary>
    public required string[] Languages { get; init; }
    public required string[] Attributes { get; init; }
    public required int? InvitedExecutive { get; init; }

    public Survey With(Questionnaire? questionnaire) => new(this, questionnaire, questionnaire?.Languages ?? Languages)
    {
        Attributes = Attributes,
        InvitedExecutives = InvitedExecutive,
    };
}
