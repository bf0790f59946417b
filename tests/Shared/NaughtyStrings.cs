namespace SurveyGap.Testing;

/// <summary>What people paste, and what attackers type. Every text field has to bear it: no error of ours, and shown as it was typed.</summary>
public static class NaughtyStrings
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Glocke \u0007, Null \u0000, Escape \u001b[31m, Löschen \u007f, Zeile \u0085",
        "Zeile eins\r\nZeile zwei\tTabulator",
        "\u202eRechts nach links\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u200f",
        "👩‍👩‍👧‍👦 🇨🇭 🏳️‍🌈 👍🏽 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
        "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334A\u0334\u0335\u031c\u0330\u0354\u036b\u0357\u0362L\u0320G\u0334\u033b",
        "日本語 ไทย ελληνικά ﷽ ﬁ ǅ ß ẞ İ ı",
        new('ä', 10_000),
        new('W', 10_001),
        "<script>alert('naughty')</script><b onclick=\"alert(1)\">\"'&amp;&#60;</b>",
        "\"><img src=naughty onerror=alert(1)><svg/onload=alert(1)>",
        "{{7*7}} ${7*7} @(7*7) <%= 7*7 %> {0} {999} {link} %s %n %00 %0d%0aSet-Cookie:x",
        "'; drop table client; -- \" or 1=1 /* \\' \\\" $1 :name @client",
        "=cmd|' /C calc'!A0",
        "../../../../etc/passwd\\..\\..",
        "\ufeff\u200b\u2060\u00ad",
        "\uffff\ufffe\ue000",
        "-1e999 NULL",
        "99999999999999999999",
    ];
}
