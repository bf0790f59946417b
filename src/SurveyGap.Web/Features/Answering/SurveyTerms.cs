using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What respondents read of a wave and of whoever asks them, as it is stored.</summary>
public abstract record SurveyTerms : WaveTerms
{
    public required Guid Client { get; init; }

    public required Guid Wave { get; init; }

    public required string ClientName { get; init; }

    /// <summary>The client's colour, as #rrggbb.</summary>
    public required string Color { get; init; }

    public required bool IsDemo { get; init; }

    /// <summary>Whom to ask; null if the client names nobody.</summary>
    public required string? PrivacyContact { get; init; }

    public required bool OnePage { get; init; }

    /// <summary>When the nameless responses are deleted; null while the wave is open.</summary>
    public required DateTimeOffset? KeepResponsesUntil { get; init; }

    /// <summary>For how long invitations are kept after closing.</summary>
    public required int KeepPeopleDays { get; init; }
}
