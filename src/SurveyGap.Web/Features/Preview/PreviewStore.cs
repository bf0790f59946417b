using Dapper;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Preview;

/// <summary>A wave as its respondents will meet it.</summary>
public sealed class PreviewStore(ClientScope clients)
{
    // What is frozen counts; before that, what would be frozen now.
    private const string FindSql = """
        select w.client_id as client, w.wave_id as wave, w.study_id as study, w.name, c.name as client_name, c.color, c.is_demo, c.privacy_contact,
               w.one_page, w.minimum, w.executive_minimum, w.customer_minimum, w.customer_minimum_reason, w.time_zone, w.opens_at, w.closes_at, w.opened_at, w.closed_at, w.keep_responses_until,
               least(w.keep_people_days, s.keep_people_days) as keep_people_days,
               coalesce(w.invited_executive, (select count(*) from invitation i
                                              where i.client_id = w.client_id and i.wave_id = w.wave_id and i.audience = 1 and i.revoked_at is null)) as invited_executive,
               coalesce(w.questionnaire, (select v.questionnaire from questionnaire_version v
                                          where v.client_id = w.client_id and v.study_id = w.study_id
                                          order by v.version desc limit 1)) as questionnaire
        from   wave w
        join   client c using (client_id)
        join   study s using (client_id, study_id)
        where  w.client_id = @client and w.wave_id = @wave
        """;

    /// <summary>Null if the client has no such wave, or its study no questionnaire.</summary>
    public Task<PreviewedWave?> Find(Guid client, Guid wave, CancellationToken cancellation) => clients.Run(client, async db =>
        await db.QuerySingleOrDefaultAsync<PreviewRow>(FindSql, new { client, wave }) is { Questionnaire: not null } row
            ? new PreviewedWave(row.Study, row.Name, row.Survey())
            : null, cancellation);
}

/// <summary>A wave with the survey that it is.</summary>
public sealed record PreviewedWave(Guid Study, string Name, Survey Survey);

public sealed record PreviewRow : SurveyTerms
{
    public required Guid Study { get; init; }
    public required string Name { get; init; }
    public required long InvitedExecutive { get; init; }
    public required string? Questionnaire { get; init; }

    public Survey Survey()
    {
        var reading = QuestionnaireFile.ReadDraft(Questionnaire!);
        var questionnaire = reading.Questionnaire ?? throw new InvalidDataException($"The questionnaire of wave {Wave} is broken: {string.Join(' ', reading.Faults)}");
        return new Survey(this, questionnaire.WithGapsShown(), questionnaire.Languages) { InvitedExecutives = (int)InvitedExecutive };
    }
}
