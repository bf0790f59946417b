namespace SurveyGap.Reports.Pdf;

/// <summary>What the file says of itself.</summary>
public sealed record PdfMetadata
{
    /// <summary>The title that viewers show.</summary>
    public required string Title { get; init; }

    /// <summary>The language of the text, such as «de-CH».</summary>
    public required string Language { get; init; }

    /// <summary>Who wrote it; null says nothing.</summary>
    public string? Author { get; init; }

    /// <summary>What it is about; null says nothing.</summary>
    public string? Subject { get; init; }

    /// <summary>When the content was made; written in UTC, and the only time in the file.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
