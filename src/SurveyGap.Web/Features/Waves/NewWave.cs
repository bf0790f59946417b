namespace SurveyGap.Web.Features.Waves;

/// <summary>A wave that is planned: nobody can answer yet, and everything can still be changed.</summary>
public sealed record NewWave
{
    public required Guid Wave { get; init; }

    public required Guid Study { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public string TimeZone { get; init; } = ZoneTime.Default;

    /// <summary>All questions on one page.</summary>
    public bool OnePage { get; init; }

    public int Minimum { get; init; } = 5;

    public int ExecutiveMinimum { get; init; } = 3;

    public int CustomerMinimum { get; init; } = 5;

    /// <summary>What results can be split by; «language» is one.</summary>
    public IReadOnlyList<Segment> Segments { get; init; } = [];
}

/// <summary>An attribute of invited people.</summary>
public sealed record Segment(string Key, string Name);

/// <summary>How opening ended.</summary>
public enum Opening
{
    Opened,

    /// <summary>It opens by itself on its date.</summary>
    Agreed,

    /// <summary>Opening twice changes nothing.</summary>
    AlreadyOpen,

    /// <summary>There is no such wave, its study has no questionnaire, or it lacks something else.</summary>
    NotReady,
}
