using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Answering;

/// <summary>Finds out who a request comes from. Opening a link, once or a hundred times, changes nothing.</summary>
public sealed class Visits(LinkStore links, VisitStore visits, RecentVisits recent, SurveyStore surveys, WaveKeyFolder keys)
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

    /// <summary>
    /// The same as it was when this device was last here, without a draft, if that is remembered. Nobody was asked whether it still is so:
    /// <see cref="BallotStore.SubmitAsSeen"/> asks.
    /// </summary>
    public async Task<Visit?> Recall(HttpRequest request, Guid wave)
    {
        if (Device.Read(request, wave) is not { } device || recent.Of(device) is not { } row || keys.Find(wave) is not { } waveKeys)
            return null;
        var survey = await surveys.Find(device.Client, wave, row.Version, request.HttpContext.RequestAborted);
        return survey is null ? null : VisitOf(survey, device, row, waveKeys, AnswerKey(waveKeys, device), draft: null);
    }

    /// <summary>A visit from this device; null if its link leads nowhere any more.</summary>
    public async Task<Visit?> Visit(Device device, Guid wave, CancellationToken cancellation)
    {
        var waveKeys = keys.Find(wave);
        var answerKey = waveKeys is null ? null : AnswerKey(waveKeys, device);
        var draftKey = new DraftKey(device.Secret, wave);

        if (await visits.Find(device, wave, answerKey, draftKey.Place, cancellation) is not { } row
            || await surveys.Find(device.Client, wave, row.Version, cancellation) is not { } survey)
            return null;
        var visit = VisitOf(survey, device, row, waveKeys, answerKey, row.Draft is null ? null : draftKey.Open(row.Draft));
        if (visit.State is VisitState.Open)
            recent.Remember(device, row);
        return visit;
    }

    private static byte[] AnswerKey(WaveKeys keys, Device device) =>
        device.Invitation is { } invitation ? keys.AnswerKey(invitation) : keys.AnswerKey(device.Secret);

    private static Visit VisitOf(Survey survey, Device device, VisitRow row, WaveKeys? keys, byte[]? answerKey, Draft? draft)
    {
        var respondent = new Respondent(device.Invitation, row.Audience, row.Language, row.Segments ?? []);
        return new Visit(survey, respondent, device, StateOf(survey, row, keys), draft, keys, answerKey, (row.Version, row.LinkVersion));
    }

    // The keys go last when a wave closes, so the survey decides alone: a folder that is away must not tell people that they are too late.
    private static VisitState StateOf(Survey survey, VisitRow row, WaveKeys? keys) =>
        survey.ClosedAt is not null ? VisitState.Closed
        : survey.Frozen is null ? VisitState.Early
        : keys is null ? throw new WaveKeyMissingException(survey.Wave)
        : row.Answered ? VisitState.Answered
        : VisitState.Open;
}
