using Dapper;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>Finds an address by its keyed hash, which is all that the suppression list and a restored backup know of it.</summary>
public sealed class SpellingStore(ClientScope clients, AddressRules rules)
{
    private const string AddressesSql = "select distinct lower(email) from invitation where client_id = @client and email is not null";

    /// <summary>How the address is written among a client's people: usually in one way, or in none.</summary>
    public async Task<string[]> Of(Guid client, byte[] hash, CancellationToken cancellation) => [.. (await Of(client, [hash], cancellation))[KeyOf(hash)]];

    /// <summary>The same for many: those that are written at all, under <see cref="KeyOf"/>.</summary>
    public async Task<ILookup<string, string>> Of(Guid client, IEnumerable<byte[]> hashes, CancellationToken cancellation)
    {
        HashSet<string> keys = [.. hashes.Select(KeyOf)];
        return await clients.Run(client, async db =>
        {
            List<(string Key, string Address)> found = [];
            // There may be a million of them, of whom a few are looked for.
            await foreach (var address in db.QueryUnbufferedAsync<string>(AddressesSql, new { client }).WithCancellation(cancellation))
            {
                var key = KeyOf(rules.HashOf(address));
                if (keys.Contains(key))
                    found.Add((key, address));
            }

            return found.ToLookup(spelling => spelling.Key, spelling => spelling.Address, StringComparer.Ordinal);
        }, cancellation);
    }

    /// <summary>A hash as one that can be compared.</summary>
    public static string KeyOf(byte[] hash) => Convert.ToHexString(hash);
}
