using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>
/// Keeps what a letter of confirmation says in the page that offers it: after the deletion the program itself may not know it
/// any more. Nobody can make one up, and it opens for a day.
/// </summary>
public sealed class LetterSeal(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Valid = TimeSpan.FromDays(1);

    public string Close(Guid client, ErasedPerson erased) => For(client).Protect(JsonSerializer.Serialize(erased), Valid);

    /// <summary>Null if it is not ours, of another client, or too old.</summary>
    public ErasedPerson? Open(Guid client, string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<ErasedPerson>(For(client).Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(Guid client) => protection.CreateProtector("letter of erasure", $"{client}").ToTimeLimitedDataProtector();
}
