using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Answering;

/// <summary>Finds out who a request comes from. Opening a link, once or a hundred times, changes nothing.</summary>
public sealed class Visits(LinkStore links, VisitStore visits, WaveKeyFolder keys)
{
    /// <summary>Where a link leads; null if nowhere.</summary>
    public Task<Link?> Resolve(LinkKind kind, string link, CancellationToken cancellation) => kind switch
    {
        LinkKind.Open => links.Open(link, cancellation),
        // What cannot be a token is looked up all the same: the time that it takes must not tell.
        _ => links.Personal((Token.Read(link) ?? Token.Impossible).Hash, cancellation),
    };

    /// <summary>The visit that the cookie of this wave stands for; null if there is none, or its link leads nowhere any more.</summary>
    public async Task<Visit?> Find(HttpRequest request, Guid wave)
    {
        var cancellation = request.HttpContext.RequestAborted;
        return Device.Read(request, wave) is { } device
            && await Resolve(device.Kind, device.Link, cancellation) is { } link
            && link.Wave == wave
                ? await Visit(link, device, cancellation)
                : null;
    }

    public async Task<Visit> Visit(Link link, Device device, CancellationToken cancellation)
    {
        var waveKeys = keys.Find(link.Wave);
        var answerKey = waveKeys is null ? null : link.Invitation is { } invitation ? waveKeys.AnswerKey(invitation) : waveKeys.AnswerKey(device.Secret);
        var draftKey = new DraftKey(device.Secret, link.Wave);

        var (row, questionnaire) = await visits.Find(link, answerKey, draftKey.Place, cancellation);
        var respondent = new Respondent(link.Invitation, (row.Audience ?? link.Audience)!.Value, row.Language, row.Segments ?? []);
        var draft = row.Draft is null ? null : draftKey.Open(row.Draft);
        return new Visit(row.With(questionnaire), respondent, device, StateOf(row, waveKeys), draft, waveKeys, answerKey);
    }

    // The keys go last when a wave closes, so the row decides alone: a folder that is away must not tell people that they are too late.
    private static VisitState StateOf(VisitRow row, WaveKeys? keys) =>
        row.ClosedAt is not null ? VisitState.Closed
        : row.OpenedAt is null ? VisitState.Early
        : keys is null ? throw new WaveKeyMissingException(row.Wave)
        : row.Answered ? VisitState.Answered
        : VisitState.Open;
}
