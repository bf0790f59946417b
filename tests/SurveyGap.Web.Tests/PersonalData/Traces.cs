using System.Text;
using Dapper;
using SurveyGap.Testing;

namespace SurveyGap.Web.Tests.PersonalData;

/// <summary>Where somebody can be found: in which tables of a client, whichever columns they have, and in which files.</summary>
internal static class Traces
{
    /// <summary>Tables in which one of the words stands at a client, as text or within bytes, in UTF-8 or UTF-16.</summary>
    public static Task<IReadOnlyList<string>> InTables(TestDatabase database, Guid client, params string[] words) => database.Client.Run<IReadOnlyList<string>>(client, async db =>
    {
        List<string> found = [];
        string[] patterns = [.. words.SelectMany(Forms).Select(form => $"%{form}%")];
        foreach (var table in await db.QueryAsync<string>("select tablename::text from pg_tables where schemaname = 'public' order by 1"))
        {
            if (await db.ExecuteScalarAsync<bool>($"select exists (select from {table} t where t::text ilike any (@patterns))", new { patterns }))
                found.Add(table);
        }

        return found;
    }, TestContext.Current.CancellationToken);

    /// <summary>Files in which one of the words stands.</summary>
    public static IReadOnlyList<string> InFiles(string folder, params string[] words) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)) is var text
                && words.Any(word => text.Contains(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(word)), StringComparison.OrdinalIgnoreCase))),
    ];

    // Bytes are written in hexadecimal digits.
    private static IEnumerable<string> Forms(string word) =>
        [word, Convert.ToHexString(Encoding.UTF8.GetBytes(word)), Convert.ToHexString(Encoding.Unicode.GetBytes(word))];
}
