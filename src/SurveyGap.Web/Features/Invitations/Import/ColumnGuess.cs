using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>Guesses what columns are for: by their headers, in the four languages that files come in, else by what stands in them.</summary>
public static class ColumnGuess
{
    // More values than this are no attribute to split by, but a number or a free text.
    private const int MostValues = 20;

    private const int Sample = 1000;

    private static readonly Dictionary<string, string[]> Headers = new(StringComparer.Ordinal)
    {
        [ColumnUse.Email] = ["email", "e-mail", "mail", "mailadresse", "e-mail-adresse", "emailadresse", "e-mail address", "email address", "adresse e-mail", "courriel", "posta elettronica", "indirizzo e-mail"],
        [ColumnUse.First] = ["vorname", "first name", "firstname", "given name", "prénom", "prenom", "nome"],
        [ColumnUse.Last] = ["nachname", "familienname", "last name", "lastname", "surname", "family name", "nom", "cognome"],
        [ColumnUse.Name] = ["name", "person", "full name", "vor- und nachname", "nom complet", "nome e cognome"],
        [ColumnUse.Language] = ["sprache", "spr.", "language", "lang", "langue", "lingua", "korrespondenzsprache", "sprachcode"],
        [ColumnUse.Audience] = ["gruppe", "zielgruppe", "group", "audience", "groupe", "gruppo"],
    };

    public static IReadOnlyList<string> Of(PeopleTable table)
    {
        List<DelimitedRow> sample = [.. table.Rows.Where(row => row.Faults.Count == 0).Take(Sample)];
        List<string?> uses = [];
        for (var column = 0; column < table.Headers.Count; column++)
            uses.Add(ByHeader(table.Headers[column]) ?? ByContent(sample, column, table.HasHeader));

        // «Name» beside «Vorname» is the family name.
        if (uses.Contains(ColumnUse.First) && !uses.Contains(ColumnUse.Last) && uses.IndexOf(ColumnUse.Name) is var name and >= 0)
            uses[name] = ColumnUse.Last;
        return ColumnUse.Valid(uses, table.Headers.Count);
    }

    private static string? ByHeader(string header)
    {
        var plain = header.Trim().ToLowerInvariant();
        return plain.StartsWith("segment", StringComparison.Ordinal)
            ? ColumnUse.Segment
            : Headers.FirstOrDefault(known => known.Value.Contains(plain, StringComparer.Ordinal)).Key;
    }

    private static string ByContent(List<DelimitedRow> sample, int column, bool hasHeader)
    {
        var cells = sample.Select(row => row.Cells[column]).Where(cell => cell.Length > 0).ToList();
        if (cells.Count == 0)
            return ColumnUse.Ignored;
        if (cells.TrueForAll(cell => cell.Contains('@', StringComparison.Ordinal)))
            return ColumnUse.Email;
        var values = cells.Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (cells.TrueForAll(cell => PeopleWords.LanguageOf(cell) is not null))
            return ColumnUse.Language;
        if (cells.TrueForAll(cell => PeopleWords.AudienceOf(cell) is not null))
            return ColumnUse.Audience;
        return hasHeader && values is > 1 and <= MostValues && values * 2 <= cells.Count ? ColumnUse.Segment : ColumnUse.Ignored;
    }
}
