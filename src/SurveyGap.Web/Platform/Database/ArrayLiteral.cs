using System.Text;

namespace SurveyGap.Web.Platform.Database;

/// <summary>Texts as PostgreSQL writes an array of them: <c>{"de",NULL}</c>. Npgsql sends no arrays of arrays whose lengths may differ.</summary>
internal static class ArrayLiteral
{
    public static string Of(IReadOnlyList<string?> texts)
    {
        var literal = new StringBuilder("{");
        for (var i = 0; i < texts.Count; i++)
        {
            literal.Append(i == 0 ? "" : ",");
            if (texts[i] is { } text)
                literal.Append('"').Append(text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
            else
                literal.Append("NULL");
        }

        return literal.Append('}').ToString();
    }
}
