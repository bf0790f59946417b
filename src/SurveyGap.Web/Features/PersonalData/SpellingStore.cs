using Dapper;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>Finds an address by its keyed hash, which is all that the suppression list and a restored backup know of it.</summary>
public sealed class SpellingStore(ClientScope clients, AddressRules rules)
{
    private const string AddressesSql = "select distinct lower(email) from invitation where client_id = @client and email is not null";

    /// <summary>How the address is written among a client's people: usually in one way, or in none.</summary>
    public async Task<string[]> Of(Guid client, byte[] hash, CancellationToken cancellation)
    {
        var addresses = await clients.Run(client, db => db.QueryAsync<string>(AddressesSql, new { client }), cancellation);
        return [.. addresses.Where(address => rules.HashOf(address).AsSpan().SequenceEqual(hash))];
    }
}
