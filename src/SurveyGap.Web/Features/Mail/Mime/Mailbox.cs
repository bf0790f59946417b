using System.Buffers;
using System.Globalization;

namespace SurveyGap.Web.Features.Mail.Mime;

/// <summary>A name and the address behind it, as in From and To. The name may be empty; the address is what SMTP can carry.</summary>
public sealed record Mailbox
{
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;
    private const int LongestLabel = 63;

    private static readonly SearchValues<char> PlainLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.");
    private static readonly SearchValues<char> AtomLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.");

    private Mailbox(string name, string address) => (Name, Address) = (name, address);

    /// <summary>Any text without control characters; empty if unknown.</summary>
    public string Name { get; }

    /// <summary>ASCII, the domain in lower case and in its A-label form (xn--…).</summary>
    public string Address { get; }

    /// <summary>The part behind the @.</summary>
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    /// <exception cref="ArgumentException">The address is none that we can send to.</exception>
    public static Mailbox Of(string name, string address) =>
        TryOf(name, address) ?? throw new ArgumentException("This is no address that mail can be sent to.", nameof(address));

    /// <summary>The mailbox; null if mail cannot be sent to such an address.</summary>
    public static Mailbox? TryOf(string name, string address)
    {
        var at = address.LastIndexOf('@');
        if (at is < 1 or > LongestLocalPart || AsciiDomain(address[(at + 1)..]) is not { } domain)
            return null;

        // Quoted local parts and SMTPUTF8 are refused on import already: hardly any server accepts them.
        var local = address[..at];
        if (!IsDotAtom(local) || local.Length + 1 + domain.Length > LongestAddress)
            return null;
        return new Mailbox(OneLine(name), $"{local}@{domain}");
    }

    /// <summary>The same address for another local part: «umfrage» becomes «umfrage+b-…».</summary>
    public Mailbox WithTag(string tag) => Of(Name, $"{Address[..Address.LastIndexOf('@')]}+{tag}@{Domain}");

    // A name comes from an imported file; a line break in it must not become a second header.
    internal static string OneLine(string text) => text.Length == 0
        ? ""
        : string.Join(' ', string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = IsPlain(domain) ? domain : new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain).ToLowerInvariant();
            return ascii.Contains('.', StringComparison.Ordinal) || ascii == "localhost" ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // What nearly every domain is: names of small letters and digits, a dot between them. The rules for all others are costly.
    private static bool IsPlain(ReadOnlySpan<char> domain)
    {
        if (domain.ContainsAnyExcept(PlainLetters))
            return false;
        foreach (var label in domain.Split('.'))
        {
            if (label.End.Value - label.Start.Value is < 1 or > LongestLabel)
                return false;
        }

        return true;
    }

    private static bool IsDotAtom(ReadOnlySpan<char> local) =>
        !local.ContainsAnyExcept(AtomLetters) && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal);
}
