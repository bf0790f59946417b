using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>One line of an import with what becomes of it.</summary>
public sealed record PersonRow(DelimitedRow Line, RowState State)
{
    public string? Name { get; init; }

    public string Email { get; init; } = "";

    public string Language { get; init; } = "";

    public Audience Audience { get; init; }

    /// <summary>One entry a column that is taken for a segment; null where nothing stands.</summary>
    public IReadOnlyList<string?> Segments { get; init; } = [];

    /// <summary>Why it is left out; the key of its words.</summary>
    public string? Fault { get; init; }

    /// <summary>The column at fault, from 1; null for the whole line.</summary>
    public int? Column { get; init; }
}

/// <summary>What becomes of a line.</summary>
public enum RowState
{
    New,

    /// <summary>Invited to this wave already: stays as they are.</summary>
    Known,

    /// <summary>Wants no mail, or gets none.</summary>
    Suppressed,

    Invalid,
}
