using Dapper;
using Npgsql;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>Where the attributes of a file stand among those of the wave.</summary>
internal static class SegmentPlacesStore
{
    public const string Language = "language";

    private const int LongestKey = 100;

    private const string KeysSql = "select key from segment where client_id = @client and wave_id = @wave order by position";

    private const string AddSql = """
        insert into segment (client_id, wave_id, position, key, name)
        select @client, @wave, @position, @key, @name
        from   wave
        where  client_id = @client and wave_id = @wave and opened_at is null
        """;

    private const string WidenSql = """
        update invitation
        set    segments = segments || array_fill(null::text, array[@added])
        where  client_id = @client and wave_id = @wave
        """;

    /// <summary>Adds attributes that a draft does not have yet, within a transaction that has the wave alone. An open wave gets no new ones.</summary>
    public static async Task<SegmentPlaces> Ensure(NpgsqlConnection db, Guid client, Guid wave, IReadOnlyList<string> names)
    {
        var keys = (await db.QueryAsync<string>(KeysSql, new { client, wave })).ToList();
        var before = keys.Count;
        foreach (var name in names)
        {
            var key = KeyOf(name);
            var shown = Bare(name);
            if (!keys.Contains(key, StringComparer.Ordinal) && await db.ExecuteAsync(AddSql, new { client, wave, position = keys.Count, key, name = shown }) == 1)
                keys.Add(key);
        }

        if (keys.Count > before)
            await db.ExecuteAsync(WidenSql, new { client, wave, added = keys.Count - before });
        return new SegmentPlaces([.. names.Select(name => keys.IndexOf(KeyOf(name)))], keys.IndexOf(Language), keys.Count);
    }

    /// <summary>«segment:Country» and «country» are the same attribute.</summary>
    private static string KeyOf(string name) => Bare(name).ToLowerInvariant();

    private static string Bare(string name)
    {
        var bare = (name.StartsWith("segment:", StringComparison.OrdinalIgnoreCase) ? name[8..] : name).Trim();
        return bare.Length == 0 ? name : bare.Length > LongestKey ? bare[..LongestKey] : bare;
    }
}

/// <summary>Where the values of a file go.</summary>
/// <param name="Places">For each attribute of the file its position in the wave; −1 if the wave has none.</param>
/// <param name="Language">The position of the language; −1 if results are not split by it.</param>
/// <param name="Count">How many attributes the wave has.</param>
internal sealed record SegmentPlaces(IReadOnlyList<int> Places, int Language, int Count)
{
    public string?[] Of(PersonRow person)
    {
        var values = new string?[Count];
        for (var i = 0; i < Places.Count; i++)
        {
            if (Places[i] >= 0)
                values[Places[i]] = person.Segments[i];
        }

        if (Language >= 0 && person.Audience != Audience.Executive)
            values[Language] = person.Language;
        return values;
    }
}
