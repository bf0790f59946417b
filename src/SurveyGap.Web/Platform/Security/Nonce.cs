using System.Buffers.Text;
using System.Security.Cryptography;

namespace SurveyGap.Web.Platform.Security;

/// <summary>The random value that lets this response's own style and script elements through the content security policy.</summary>
public static class Nonce
{
    private static readonly object Key = new();

    /// <summary>The value of this request, the same however often it is asked for.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Items[Key] is string known)
            return known;
        // Without «+» and «/»: as it stands in the page it stands in the header.
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        context.Items[Key] = nonce;
        return nonce;
    }
}
