using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Answering;

/// <summary>One request of a respondent: who, on which device, for which survey, and how far it is.</summary>
public sealed record Visit(Survey Survey, Respondent Respondent, Device Device, VisitState State, WaveKeys? Keys)
{
    /// <summary>Where this person's ballot lies or will lie. Only while the wave is open.</summary>
    public byte[] AnswerKey => AnswerKeyOf(Respondent, Device, Keys!);

    public static byte[] AnswerKeyOf(Respondent respondent, Device device, WaveKeys keys) =>
        respondent.Invitation is { } invitation ? keys.AnswerKey(invitation) : keys.AnswerKey(device.Secret);
}

public enum VisitState
{
    /// <summary>The wave is not open yet.</summary>
    Early,

    Open,

    /// <summary>A ballot of this person lies in the box.</summary>
    Answered,

    Closed,
}
