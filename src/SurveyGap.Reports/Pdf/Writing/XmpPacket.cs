using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>The metadata that programs read without knowing PDF, with the mark of PDF/UA-1.</summary>
internal static partial class XmpPacket
{
    public const string Producer = "SurveyGap";

    public static byte[] Of(PdfMetadata metadata)
    {
        var time = metadata.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var author = metadata.Author is { } name ? $"\n<dc:creator><rdf:Seq><rdf:li>{Xml(name)}</rdf:li></rdf:Seq></dc:creator>" : "";
        var subject = metadata.Subject is { } about
            ? $"\n<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Xml(about)}</rdf:li></rdf:Alt></dc:description>" : "";
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Xml(metadata.Title)}</rdf:li></rdf:Alt></dc:title>{author}{subject}
            <dc:language><rdf:Bag><rdf:li>{Xml(metadata.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{time}</xmp:CreateDate>
            <xmp:ModifyDate>{time}</xmp:ModifyDate>
            <pdf:Producer>{Producer}</pdf:Producer>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """);
    }

    private static string Xml(string text) => SecurityElement.Escape(NotToBeTold().Replace(text, ""));

    /// <summary>Soft hyphens, which are for the page; control characters and half surrogate pairs, which XML has no place for.</summary>
    [GeneratedRegex(@"\u00AD|[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotToBeTold();
}
