using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.ApiKeys;

/// <summary>The text of a key: a token as in links, behind a word by which searches for lost secrets know it.</summary>
public static class ApiSecret
{
    private const string Prefix = "surveygap_";
    private const string Scheme = "Bearer ";
    private const int Length = 32;

    public static Token Make() => new(RandomNumberGenerator.GetBytes(Length));

    public static string TextOf(Token token) => Prefix + token.Reveal();

    /// <summary>What a request shows: null without a key; the impossible token for what cannot be one.</summary>
    public static Token? ShownBy(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ Length: > 0 } said] ? Read(said) : null;

    /// <summary>What a request says, hashed together with its secret: whoever reads the database cannot try out what it was.</summary>
    public static byte[] HashOf(HttpRequest request, byte[] said) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[HeaderNames.Authorization].ToString()), said);

    private static Token Read(string said) =>
        said.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && said[Scheme.Length..].Trim() is var text && text.StartsWith(Prefix, StringComparison.Ordinal)
            ? Token.Read(text[Prefix.Length..]) ?? Token.Impossible
            : Token.Impossible;
}
