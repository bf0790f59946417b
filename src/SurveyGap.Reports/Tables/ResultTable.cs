namespace SurveyGap.Reports.Tables;

/// <summary>Figures as a table for other programs: one row a thing and group, as rounded and as withheld as on the screen.</summary>
/// <param name="Key">Stable name, such as «gaps», for addresses and programs.</param>
/// <param name="Name">Its name in the report's language.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows; each has one cell a column.</param>
public sealed record ResultTable(
    string Key, string Name, IReadOnlyList<ResultColumn> Columns, IReadOnlyList<IReadOnlyList<ResultCell>> Rows);

/// <summary>A column.</summary>
/// <param name="Key">Stable name, such as «mean_low».</param>
/// <param name="Name">Its head in the report's language.</param>
public sealed record ResultColumn(string Key, string Name);
