using System.Globalization;
using System.Text;

namespace SurveyGap.Load.Faults;

/// <summary>A file of people that somebody may bring.</summary>
/// <param name="Name">Also the domain of its addresses.</param>
/// <param name="File">Its bytes.</param>
/// <param name="People">How many people it adds; null if it is refused.</param>
internal sealed record Torture(string Name, byte[] File, int? People)
{
    private const string Three = "Name;E-Mail;Sprache\nZoë Müller;zoe@{0};de\nJosé Łuczak;jose@{0};fr\nÅsa Öz;asa@{0};it\n";

    static Torture() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<Torture> All =>
    [
        Of("utf8-bom", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Three, 3),
        Of("utf16-le", Encoding.Unicode, Three, 3),
        Of("utf16-be", Encoding.BigEndianUnicode, Three, 3),
        Of("windows-1252", Encoding.GetEncoding(1252), Three.Replace('Ł', 'L'), 3),
        Of("comma", Three.Replace(';', ','), 3),
        Of("tab", Three.Replace(';', '\t'), 3),
        Of("pipe", Three.Replace(';', '|'), 3),
        Of("carriage-returns", Three.Replace("\n", "\r\n", StringComparison.Ordinal), 3),
        Of("quoted", "Name;E-Mail\n\"Nora\nImhof; «N»\";nora@{0}\n\"Leo \"\"L\"\" Lang\";leo@{0}\n", 2),
        Of("ragged", "Name;E-Mail\nNora;nora@{0}\nNobody\nLeo;leo@{0};one;too;many\nMia;mia@{0}\n", 2),
        Of("open-quote", "Name;E-Mail\n\"Nora;nora@{0}\nLeo;leo@{0}\n", null),
        Of("formulas", "Name;E-Mail\n=cmd|' /C calc'!A0;nora@{0}\n@SUM(1+1);leo@{0}\n", 2),
        Of("case", "E-Mail\nNora@{0}\nnora@{0}\nNORA@{0}\n", 1),
        Of("idn", "E-Mail\nnora@bücher.{0}\nleo@xn--bcher-kva.{0}\nnora@xn--bcher-kva.{0}\n", 2),
        Of("long-cell", $"Name;E-Mail\n{new string('x', 10_000_000)};nora@{{0}}\nLeo;leo@{{0}}\n", 1),
        Of("many-200000", Rows(200_000), 200_000),
        Of("many-1000000", Rows(1_000_000), null),
        new("empty", [], null),
        new("picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], null),
        new("workbook", [0x50, 0x4b, 0x03, 0x04, 20, 0, 6, 0, 8, 0, 0, 0], null),
        // Larger than a file may be, and not larger than the form around it: it is told so on its own page.
        Of("too-large", new string('x', (32 << 20) + (1 << 18)), null),
    ];

    private static Torture Of(string name, string text, int? people) => Of(name, new UTF8Encoding(false), text, people);

    private static Torture Of(string name, Encoding encoding, string text, int? people) =>
        new(name, [.. encoding.GetPreamble(), .. encoding.GetBytes(text.Replace("{0}", $"{name}.example", StringComparison.Ordinal))], people);

    private static string Rows(int rows)
    {
        StringBuilder text = new("E-Mail\n", rows * 20);
        for (var i = 0; i < rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"p{i}@{{0}}\n");
        return text.ToString();
    }
}
