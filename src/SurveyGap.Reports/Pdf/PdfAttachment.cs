namespace SurveyGap.Reports.Pdf;

/// <summary>A file inside the file.</summary>
/// <param name="Name">Its file name; no two attachments share one.</param>
/// <param name="MediaType">Such as «text/csv».</param>
/// <param name="Description">What it holds, for the viewer's list.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PdfAttachment(string Name, string MediaType, string Description, ReadOnlyMemory<byte> Content);
