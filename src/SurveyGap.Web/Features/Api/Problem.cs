using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace SurveyGap.Web.Features.Api;

/// <summary>Why something was refused (RFC 9457), the same in every operation.</summary>
public sealed class Problem : ProblemDetails
{
    public const int MostErrors = 100;

    /// <summary>For programs to decide by; null where the status says it all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>What is wrong, each for itself; empty where there is nothing to list.</summary>
    public IReadOnlyList<Fault> Errors { get; init; } = [];

    /// <summary>The number under which the log has it.</summary>
    public string? Correlation { get; init; }
}

/// <summary>One thing that is wrong, or missing.</summary>
/// <param name="Place">Where in the body, as a JSON pointer in a fragment: <c>#/people/3/email</c>; null if it is not in the body.</param>
/// <param name="Code">For programs.</param>
/// <param name="Detail">For people.</param>
public sealed record Fault([property: JsonPropertyName("pointer")] string? Place, string Code, string Detail);
