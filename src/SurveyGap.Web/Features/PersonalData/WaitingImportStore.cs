using Dapper;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Invitations.Import;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>Uploaded files of people that wait for their confirmation, and who stands in them.</summary>
public sealed class WaitingImportStore(ClientScope clients, AddressRules rules)
{
    private static readonly char[] BetweenWords = [' ', '\t', '\n', '<', '>', '(', ')', '"', '\'', ',', ';', ':'];

    private const string WaitingSql = """
        select p.import_id, p.file_name, p.created_at, w.name as wave, s.name as study
        from   people_import p
        join   wave w using (client_id, wave_id)
        join   study s using (client_id, study_id)
        where  p.client_id = @client and p.content is not null
        order  by p.created_at, p.import_id
        """;

    private const string ContentSql = "select content from people_import where client_id = @client and import_id = @import";

    /// <summary>Those that hold the address, each with the lines about it. A file that nobody can read may hold anything, and counts.</summary>
    public async Task<IReadOnlyList<WaitingImport>> With(Guid client, byte[] hash, CancellationToken cancellation)
    {
        List<WaitingImport> found = [];
        // One after the other: each may be as large as a form may be.
        foreach (var file in await clients.Run(client, db => db.QueryAsync<WaitingFile>(WaitingSql, new { client }), cancellation))
        {
            var content = await clients.Run(client, db => db.QuerySingleOrDefaultAsync<byte[]?>(ContentSql, new { client, import = file.ImportId }), cancellation);
            if (content is null)
                continue;
            var table = PeopleTable.Read(content);
            var isWhole = table.IsReadable;
            List<string> lines = [];
            foreach (var row in table.Rows)
            {
                isWhole &= row.Faults.Count == 0;
                if (row.Cells.Any(cell => Holds(cell, hash)))
                    lines.Add(string.Join(" · ", row.Cells));
            }

            if (lines.Count > 0 || !isWhole)
                found.Add(new WaitingImport(file, lines));
        }

        return found;
    }

    // «mailto:», a name before the address, several addresses in one cell: each word is tried.
    private bool Holds(string cell, byte[] hash) => cell.Contains('@', StringComparison.Ordinal)
        && cell.Split(BetweenWords).Any(word => word.Contains('@', StringComparison.Ordinal) && rules.HashOf(word).AsSpan().SequenceEqual(hash));
}

/// <param name="File">The file.</param>
/// <param name="Lines">What it says about the person.</param>
public sealed record WaitingImport(WaitingFile File, IReadOnlyList<string> Lines);

/// <summary>A file of people that is not brought in yet.</summary>
public sealed record WaitingFile
{
    public required Guid ImportId { get; init; }

    /// <summary>Empty if the table was pasted.</summary>
    public required string FileName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Wave { get; init; }

    public required string Study { get; init; }
}
