using SurveyGap.Reports;

namespace SurveyGap.Web.Features.Clients;

/// <summary>A picture from outside: taken only if the report can read every pixel of it, and served as nothing but a picture.</summary>
internal static class Logo
{
    /// <summary>With the form around it. More is refused before it is read.</summary>
    public const int LargestUpload = Branding.LogoLimit + (64 * 1024);

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <summary>The file, if it is a PNG or JPEG that is small enough and whole; null if not.</summary>
    public static async Task<byte[]?> Read(IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > Branding.LogoLimit)
            return null;
        using MemoryStream bytes = new();
        await file.CopyToAsync(bytes, cancellation);
        try
        {
            Branding.Of(colour: null, bytes.ToArray());
            return bytes.ToArray();
        }
        catch (InvalidDataException)
        {
            return null; // Something else, damaged or of too many pixels: all the same to whoever chose it.
        }
    }

    public static string TypeOf(byte[] logo) => logo.AsSpan().StartsWith(Png) ? "image/png" : "image/jpeg";
}
