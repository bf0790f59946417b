using System.Globalization;
using System.Security.Cryptography;

namespace SurveyGap.Web.Platform.Settings;

/// <summary>Reads settings. One that cannot be used ends the start with one sentence: its name, what it is, and what it can be. Empty means missing.</summary>
public static class SettingReader
{
    /// <summary>A text; null where it is missing.</summary>
    public static string? Text(this IConfiguration settings, string name)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings[name] is { Length: > 0 } text ? text : null;
    }

    /// <summary>A whole number between two bounds.</summary>
    /// <exception cref="SetupException">It is none.</exception>
    public static int Number(this IConfiguration settings, string name, int usual, int least, int most) =>
        settings.Read(name, usual, $"a whole number from {least} to {most}", text =>
        {
            var number = int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            return number >= least && number <= most ? number : throw new FormatException();
        });

    /// <summary>An address on the web; null where it is missing.</summary>
    /// <exception cref="SetupException">It is none.</exception>
    public static Uri? WebAddress(this IConfiguration settings, string name) =>
        settings.Read<Uri?>(name, null, "an address that begins with http:// or https://", text =>
            Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : throw new FormatException());

    /// <summary>The whole path of a file or folder; where it is missing, it lies in the folder <c>data</c>.</summary>
    public static string Place(this IConfiguration settings, string name, params ReadOnlySpan<string> inData) =>
        Path.GetFullPath(settings.Text(name) ?? Path.Combine([settings.Text("data") ?? "data", .. inData]));

    /// <summary>Whatever <paramref name="parse"/> makes of the text; what it throws at a text or a file that is of no use, is said in our words.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="name">The whole name.</param>
    /// <param name="usual">What holds where the setting is missing.</param>
    /// <param name="mayBe">What it can be, as the end of a sentence.</param>
    /// <param name="parse">Makes the value.</param>
    /// <param name="isSecret">It is not repeated.</param>
    /// <exception cref="SetupException">It cannot be used.</exception>
    public static T Read<T>(this IConfiguration settings, string name, T usual, string mayBe, Func<string, T> parse, bool isSecret = false)
    {
        ArgumentNullException.ThrowIfNull(parse);
        if (settings.Text(name) is not { } text)
            return usual;
        try
        {
            return parse(text);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException or IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new SetupException($"{name} {(isSecret ? "cannot be used" : $"is '{text}'")}; it can be {mayBe}.");
        }
    }
}
