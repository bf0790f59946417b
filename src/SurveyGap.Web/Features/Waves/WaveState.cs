namespace SurveyGap.Web.Features.Waves;

/// <summary>Where a wave is in its life.</summary>
public enum WaveState
{
    /// <summary>Being prepared; nobody can answer yet.</summary>
    Draft,

    /// <summary>People answer; nobody can look.</summary>
    Open,

    /// <summary>Counted; nobody can answer any more.</summary>
    Closed,
}
