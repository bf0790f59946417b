using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// What the cookie of one wave holds: the link that was opened last on this device, where it led, and a secret of its own.
/// The link says who answers; the secret opens the draft, so that a link alone shows no answers.
/// </summary>
/// <param name="Client">Where the link led when it was opened, as the next; each request asks in one go whether it still does.</param>
/// <param name="Invitation">Null through an open link.</param>
public sealed record Device(LinkKind Kind, string Link, Guid Client, Guid? Invitation, byte[] Secret)
{
    private const int SecretLength = 16;

    /// <summary>A random number that a person behind an open link is known by, and that drafts are sealed with.</summary>
    public static Device New(LinkKind kind, string link, Guid client, Guid? invitation = null) =>
        new(kind, link, client, invitation, RandomNumberGenerator.GetBytes(SecretLength));

    /// <summary>The device that opens this link, with its earlier secret where it opened the same one before.</summary>
    public static Device Opening(LinkKind kind, string link, Link found, HttpRequest request)
    {
        var device = New(kind, link, found.Client, found.Invitation);
        return Read(request, found.Wave) is { } known && known.Kind == kind && known.Link == link ? device with { Secret = known.Secret } : device;
    }

    public static Device? Read(HttpRequest request, Guid wave)
    {
        if (request.Cookies[CookieName(wave)]?.Split('.') is not [var kind, var link, var client, var invitation, var secret]
            || kind is not ("r" or "o")
            || !Guid.TryParseExact(client, "N", out var whose)
            || !Guid.TryParseExact(invitation, "N", out var who)
            || secret.Length != Base64Url.GetEncodedLength(SecretLength)
            || !Base64Url.IsValid(secret))
            return null;
        return kind is "r"
            ? new Device(LinkKind.Personal, link, whose, who, Base64Url.DecodeFromChars(secret))
            : new Device(LinkKind.Open, link, whose, null, Base64Url.DecodeFromChars(secret));
    }

    /// <param name="until">When the wave closes: the cookie is of no use after that.</param>
    public void Write(HttpResponse response, Guid wave, DateTimeOffset until) =>
        response.Cookies.Append(CookieName(wave), Value, new CookieOptions
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            Expires = until,
            IsEssential = true,
        });

    /// <summary>
    /// What a form repeats. If another link was opened on this device since, the cookie is another one,
    /// and the form cannot answer in that person's name. Nobody who lacks the cookie can make it up, so it keeps forged forms out as well.
    /// </summary>
    public string Binding => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"form of {Value}")));

    public bool IsBoundTo(string? binding) =>
        binding is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(binding), Encoding.UTF8.GetBytes(Binding));

    private string Value =>
        $"{(Kind is LinkKind.Personal ? 'r' : 'o')}.{Link}.{Client:N}.{Invitation.GetValueOrDefault():N}.{Base64Url.EncodeToString(Secret)}";

    // A record prints its properties, and these are secrets.
    public override string ToString() => nameof(Device);

    private static string CookieName(Guid wave) => $"__Host-survey-{wave:N}";
}

public enum LinkKind
{
    /// <summary><c>/r/…</c>, one for each invited person.</summary>
    Personal,

    /// <summary><c>/o/…</c>, the same for everybody who reads the poster.</summary>
    Open,
}
