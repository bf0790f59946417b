using SurveyGap.Analysis;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>A file of people on its way into a wave.</summary>
public sealed record PeopleImport
{
    public required Guid ImportId { get; init; }

    /// <summary>Empty if the table was pasted.</summary>
    public required string FileName { get; init; }

    public required Audience? Audience { get; init; }

    public required string Language { get; init; }

    public required string[] Columns { get; init; }

    /// <summary>read, running, done or failed.</summary>
    public required string State { get; init; }

    /// <summary>How many lines the file has; once done, how many people were added.</summary>
    public required int Rows { get; init; }

    /// <summary>The line that it has come to.</summary>
    public required int RowsDone { get; init; }

    /// <summary>The last sign of life of whoever adds them.</summary>
    public required DateTimeOffset TouchedAt { get; init; }

    public ImportChoice Choice => new(Columns, Audience, Language);

    /// <summary>What its attributes are called.</summary>
    public IReadOnlyList<string> SegmentNames(PeopleTable table) =>
        [.. Columns.Index().Where(column => column.Item == ColumnUse.Segment).Select(column => table.Headers[column.Index])];

    /// <summary>Running, and silent for so long that its process must have died. Nothing was added: all or nothing.</summary>
    public bool IsCutOff(DateTimeOffset now) => State == ImportState.Running && now - TouchedAt > ImportState.Silence;
}

/// <summary>How an import stands, as stored.</summary>
public static class ImportState
{
    public const string Read = "read";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";

    public static TimeSpan Silence { get; } = TimeSpan.FromMinutes(2);
}

/// <summary>The wave that an import is for.</summary>
public sealed record ImportWave
{
    public required string Name { get; init; }

    public required string Study { get; init; }

    public required Guid StudyId { get; init; }

    public required string[] Languages { get; init; }

    public required int Minimum { get; init; }

    public required int CustomerMinimum { get; init; }

    public required bool IsDraft { get; init; }

    public required bool IsClosed { get; init; }

    /// <summary>How many have to share a combination of segments; fewer customers may be enough for their group, not for this.</summary>
    public int CombinationMinimumOf(Audience audience) =>
        audience == Audience.Customer ? Math.Max(CustomerMinimum, Thresholds.Default.Minimum) : Minimum;
}
