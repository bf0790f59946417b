using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Answering;

/// <summary>One request of a respondent: who, on which device, for which survey, and how far it is.</summary>
/// <param name="Draft">What was sent from this device so far; null if nothing.</param>
/// <param name="Keys">The wave's keys; null once they are deleted.</param>
/// <param name="AnswerKey">Where this person's ballot lies or will lie; null without keys.</param>
/// <param name="Seen">The rows that this was read from, in their versions.</param>
public sealed record Visit(
    Survey Survey, Respondent Respondent, Device Device, VisitState State, Draft? Draft, WaveKeys? Keys, byte[]? AnswerKey, (long Wave, long Link) Seen)
{
    /// <summary>The person's ballot, ready for the box. Only while the wave is open.</summary>
    public SealedBallot Seal(AnswerSheet sheet, string answeredIn)
    {
        var ballot = new Ballot(
            Respondent.Audience, Respondent.ThroughOpenLink, Respondent.SegmentsOnBallot(Survey, answeredIn), sheet.Answers, sheet.Comments);
        return SealedBallot.Of(ballot, Survey.Wave, Keys!, AnswerKey!);
    }
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
