using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports;

namespace SurveyGap.Gallery;

/// <summary>What people type that no form refuses: it is shown as typed, or replaced visibly, and never breaks a page.</summary>
internal static class Naughty
{
    private static readonly string[] Strings =
    [
        "<script>alert('x')</script> & \"quoted\" '; drop table responses; --",
        "Steuerzeichen \u0000\u0007\u001B und \uFFFE mitten im Text",
        "Halbes Zeichen \uD83D, ganzes 👨‍👩‍👧‍👦, Kombination Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
        "\u202Eumgekehrt\u202C שלום עולם مرحبا بالعالم",
        string.Concat(Enumerable.Repeat("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", 40)),
        string.Concat(Enumerable.Repeat("Ein langer Kommentar mit vielen Wörtern. ", 244)),
        "=1+1", "\r\n\r\n", "漢字かな交じり文 ตัวอย่าง",
    ];

    public static ReportModel Report() => SampleReport.Of(new SampleStudy { Ratings = 8 }) with
    {
        Client = "<b>Ὀδυσσεύς</b> & Söhne " + string.Concat(Enumerable.Repeat("Präzisionsmaschinenbau ", 60)),
        Study = string.Concat(Enumerable.Repeat("Servicespiegelungsstudie", 30)),
        Wave = "Welle \u0007 " + new string('W', 200),
        Comments = [.. Strings.Select(text => new Comment(Audience.Customer, null, text))],
    };
}
