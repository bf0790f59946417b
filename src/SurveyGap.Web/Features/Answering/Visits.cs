using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Answering;

/// <summary>Finds out who a request comes from. Opening a link, once or a hundred times, changes nothing.</summary>
public sealed class Visits(RespondentStore respondents, SurveyStore surveys, BallotStore ballots, WaveKeyFolder keys)
{
    /// <summary>A link that was just opened; null if it leads nowhere.</summary>
    public async Task<Respondent?> Open(LinkKind kind, string link, CancellationToken cancellation) => kind switch
    {
        LinkKind.Open => await respondents.FindThroughOpenLink(link, cancellation),
        // What cannot be a token is looked up all the same: the time that it takes must not tell.
        _ => await respondents.Find((Token.Read(link) ?? Token.Impossible).Hash, cancellation),
    };

    /// <summary>The visit that the cookie of this wave stands for; null if there is none, or its link leads nowhere any more.</summary>
    public async Task<Visit?> Find(HttpRequest request, Guid wave)
    {
        var cancellation = request.HttpContext.RequestAborted;
        return Device.Read(request, wave) is { } device
            && await Open(device.Kind, device.Link, cancellation) is { } respondent
            && respondent.Wave == wave
                ? await Visit(respondent, device, cancellation)
                : null;
    }

    public async Task<Visit> Visit(Respondent respondent, Device device, CancellationToken cancellation)
    {
        var survey = await surveys.Find(respondent.Client, respondent.Wave, cancellation);
        // The keys go last when a wave closes, so the row decides; but without keys there is nothing to answer with.
        if (survey.ClosedAt is not null || keys.Find(survey.Wave) is not { } waveKeys)
            return new Visit(survey, respondent, device, VisitState.Closed, Keys: null);
        if (survey.Frozen is null)
            return new Visit(survey, respondent, device, VisitState.Early, waveKeys);

        var answered = await ballots.Holds(survey.Client, survey.Wave, Answering.Visit.AnswerKeyOf(respondent, device, waveKeys), cancellation);
        return new Visit(survey, respondent, device, answered ? VisitState.Answered : VisitState.Open, waveKeys);
    }
}
