using System.Text;

namespace SurveyGap.Reports.Tests.Pdf.Reading;

internal static class PdfText
{
    public static string Decode(byte[] text) =>
        text is [0xFE, 0xFF, .. var utf16] ? Encoding.BigEndianUnicode.GetString(utf16) : Encoding.Latin1.GetString(text);
}
