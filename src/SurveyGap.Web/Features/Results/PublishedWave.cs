using SurveyGap.Analysis.Norms;
using SurveyGap.Analysis.Results;
using SurveyGap.Reports;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Results;

/// <summary>A closed wave with what may be shown of it: the newest release, through suppression.</summary>
public sealed record PublishedWave
{
    public required Guid WaveId { get; init; }

    public required string Name { get; init; }

    public required string Study { get; init; }

    /// <summary>Where it took place, it was open from this day …</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>… to this one.</summary>
    public required DateOnly LastDay { get; init; }

    public required Guid ReleaseId { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    public required StudyAnalysis Analysis { get; init; }

    /// <summary>Only of groups whose comments may be shown.</summary>
    public required IReadOnlyList<Comment> Comments { get; init; }

    /// <summary>The client's logo, checked when it was set; null for none.</summary>
    public required byte[]? Logo { get; init; }

    /// <summary>What the consultant entered about the company, with the wave before where it is known.</summary>
    public required IReadOnlyList<(string Key, double Value, double? Before)> Company { get; init; }

    /// <summary>How other clients stand; empty where this one takes no part, or too few do.</summary>
    public required IReadOnlyList<Norm> Norms { get; init; }

    /// <summary>The report of this wave, for page and PDF alike.</summary>
    public ReportModel ToReport(CurrentClient client, string language) => new()
    {
        Client = client.Name,
        Study = Study,
        Wave = Name,
        Opened = FirstDay,
        Closed = LastDay,
        ReleasedAt = ReleasedAt,
        ReleaseId = ReleaseId.ToString(),
        Language = language,
        Country = client.Country,
        IsDemo = client.IsDemo,
        // A null array would convert to an empty memory, which is no absence.
        Branding = Branding.Of(client.Colour, Logo is { } logo ? logo : default(ReadOnlyMemory<byte>?)),
        Analysis = Analysis,
        Comments = Comments,
        CompanyFigures = [.. Company.Select(figure => CompanyFigure.Of(figure.Key, language, figure.Value, figure.Before))],
        Norms = Norms,
    };
}
