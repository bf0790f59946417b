using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Answering;

/// <summary>Finds out who a request comes from. Opening a link, once or a hundred times, changes nothing.</summary>
public sealed class Visits(LinkStore links, VisitStore visits, SurveyStore surveys, WaveKeyFolder keys)
{
    /// <summary>Where a link leads; null if nowhere.</summary>
    public Task<Link?> Resolve(LinkKind kind, string link, CancellationToken cancellation) => kind switch
    {
        LinkKind.Open => links.Open(link, cancellation),
        // What cannot be a token is looked up all the same: the time that it takes must not tell.
        _ => links.Personal((Token.Read(link) ?? Token.Impossible).Hash, cancellation),
    };

    /// <summary>The visit that the cookie of this wave stands for; null if there is none, or its link leads nowhere any more.</summary>
    public async Task<Visit?> Find(HttpRequest request, Guid wave) =>
        Device.Read(request, wave) is { } device ? await Visit(device, wave, request.HttpContext.RequestAborted) : null;

    /// <summary>A visit from this device; null if its link leads nowhere any more.</summary>
    public async Task<Visit?> Visit(Device device, Guid wave, CancellationToken cancellation)
    {
        var waveKeys = keys.Find(wave);
        var answerKey = waveKeys is null ? null : device.Invitation is { } invitation ? waveKeys.AnswerKey(invitation) : waveKeys.AnswerKey(device.Secret);
        var draftKey = new DraftKey(device.Secret, wave);

        if (await visits.Find(device, wave, answerKey, draftKey.Place, cancellation) is not { } row
            || await surveys.Find(device.Client, wave, row.Version, cancellation) is not { } survey)
            return null;
        var respondent = new Respondent(device.Invitation, row.Audience, row.Language, row.Segments ?? []);
        var draft = row.Draft is null ? null : draftKey.Open(row.Draft);
        return new Visit(survey, respondent, device, StateOf(survey, row, waveKeys), draft, waveKeys, answerKey);
    }

    // The keys go last when a wave closes, so the survey decides alone: a folder that is away must not tell people that they are too late.
    private static VisitState StateOf(Survey survey, VisitRow row, WaveKeys? keys) =>
        survey.ClosedAt is not null ? VisitState.Closed
        : survey.Frozen is null ? VisitState.Early
        : keys is null ? throw new WaveKeyMissingException(survey.Wave)
        : row.Answered ? VisitState.Answered
        : VisitState.Open;
}
