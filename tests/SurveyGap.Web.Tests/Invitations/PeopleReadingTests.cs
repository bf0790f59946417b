using System.Text;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Invitations.Import;
using SurveyGap.Web.Features.Mail.Mime;

namespace SurveyGap.Web.Tests.Invitations;

/// <summary>What is understood of a pasted or uploaded table.</summary>
public sealed class PeopleReadingTests
{
    private static readonly AddressRules Rules = new(address => Mailbox.TryOf("", address)?.Address, address => Encoding.UTF8.GetBytes(address.ToLowerInvariant()));
    private static readonly ImportContext Nobody = new(new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.Ordinal));

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void Umlauts_survive_every_encoding(string encoding, bool mark)
    {
        var by = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] file = [.. mark ? by.GetPreamble() : [], .. by.GetBytes("Name;E-Mail\r\nJürg Grüter;juerg@post.example\r\n")];

        Assert.Equal("Jürg Grüter", Assert.Single(Read(file)).Name);
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Every_delimiter_is_found(string delimiter)
    {
        var rows = Read(string.Join(delimiter, "Vorname", "Nachname", "E-Mail") + "\n" + string.Join(delimiter, "Nora", "Imhof", "nora@post.example"));

        Assert.Equal(("Nora Imhof", "nora@post.example"), (rows[0].Name, rows[0].Email));
    }

    [Fact]
    public void Two_ways_to_write_a_domain_are_one_address()
    {
        var rows = Read("E-Mail\nnora@bücher.example\nNora@XN--bcher-kva.example\nleo@bücher.example\n");

        Assert.Equal([RowState.New, RowState.Invalid, RowState.New], rows.Select(row => row.State));
        Assert.Equal(("nora@xn--bcher-kva.example", "Row.Double"), (rows[0].Email, rows[1].Fault));
    }

    [Fact]
    public void A_list_of_addresses_needs_no_header()
    {
        var rows = Read("nora@post.example\nbeat@post.example\n");

        Assert.Equal(["nora@post.example", "beat@post.example"], rows.Select(row => row.Email));
    }

    [Theory]
    [InlineData("Nachname,Vorname,E-Mail,Spr.,Geschäftsstelle", "last first email language segment")]
    [InlineData("name,email,audience,language,segment:country", "name email audience language segment")]
    [InlineData("Nom,Prénom,Adresse e-mail,Langue,Canal", "last first email language segment")]
    public void Columns_are_guessed_by_their_titles_and_by_what_stands_in_them(string header, string expected)
    {
        var lines = Enumerable.Range(0, 10).Select(i => header.StartsWith("name", StringComparison.Ordinal)
            ? $"Nora,n{i}@post.example,customer,de,{(i % 2 == 0 ? "CH" : "AT")}"
            : $"Imhof,Nora,n{i}@post.example,d,{(i % 2 == 0 ? "Luzern" : "Zug")}");
        var table = PeopleTable.Read(Encoding.UTF8.GetBytes($"{header}\n{string.Join('\n', lines)}"));

        Assert.Equal(expected, string.Join(' ', ColumnGuess.Of(table)));
    }

    [Theory]
    [InlineData("zemp@beispiel", "Row.BadAddress")]
    [InlineData("", "Row.NoAddress")]
    [InlineData("zwei@@post.example", "Row.BadAddress")]
    [InlineData("NORA@post.example", "Row.Double")]
    public void What_is_no_new_address_is_left_out_with_its_reason(string address, string reason)
    {
        var rows = Read($"E-Mail;Name\nnora@post.example;Nora\n{address};Zemp\n");

        Assert.Equal((RowState.Invalid, reason, 3, 1), (rows[1].State, rows[1].Fault, rows[1].Line.Line, rows[1].Column));
    }

    [Fact]
    public void An_umlaut_domain_is_an_address() => Assert.Equal(RowState.New, Read("E-Mail\nnora@zürich.example\n")[0].State);

    [Fact]
    public void Ragged_lines_are_told_and_the_others_come_in()
    {
        var rows = Read("E-Mail;Name\nnora@post.example;Nora\nbeat@post.example\n");

        Assert.Equal([RowState.New, RowState.Invalid], rows.Select(row => row.State));
        Assert.Equal("Problem.Ragged", rows[1].Fault);
    }

    [Fact]
    public void A_line_with_several_faults_is_left_out_once()
    {
        var rows = Read($"E-Mail;Name\nnora@post.example;\"No\"ra;{new string('x', 2000)}\nbeat@post.example;Beat\n");

        Assert.Equal([(2, RowState.Invalid), (3, RowState.New)], rows.Select(row => (row.Line.Line, row.State)));
        Assert.Equal("Problem.TextAfterQuote", rows[0].Fault);
    }

    [Fact]
    public void A_table_can_be_gone_through_again_with_the_same_end()
    {
        var table = PeopleTable.Read("nora@post.example\nNORA@post.example\nbeat@post.example\n"u8.ToArray());
        var rows = PeopleReading.Of(table, new ImportChoice(ColumnGuess.Of(table), Audience.Customer, "de"), Nobody, Rules);

        for (var time = 0; time < 2; time++)
            Assert.Equal([RowState.New, RowState.Invalid, RowState.New], rows.Select(row => row.State));
    }

    [Fact]
    public void A_quoted_line_break_is_part_of_a_name_and_no_line_of_its_own() =>
        Assert.Equal("Nora Imhof", Assert.Single(Read("E-Mail;Name\nnora@post.example;\"Nora\nImhof\"\n")).Name);

    [Theory]
    [InlineData("E-Mail;Name\nnora@post.example;\"Nora\nbeat@post.example;Beat\n")] // a quote that swallows the rest
    [InlineData("E-Mail;E-Mail\na@post.example;b@post.example\n")]
    [InlineData("PK\u0003\u0004 a workbook")]
    [InlineData("  \n")]
    public void What_would_lose_people_silently_is_refused_whole(string text) =>
        Assert.False(PeopleTable.Read(Encoding.UTF8.GetBytes(text)).IsReadable);

    [Fact]
    public void Known_and_suppressed_people_are_told_apart()
    {
        var context = new ImportContext(
            new HashSet<string>(["Nora@post.example"], StringComparer.OrdinalIgnoreCase),
            new HashSet<string>([Convert.ToHexString(Rules.HashOf("beat@post.example"))], StringComparer.Ordinal));

        var rows = Read("E-Mail;Name\nnora@post.example;N\nBEAT@post.example;B\ncarl@post.example;C\n", context);

        Assert.Equal([RowState.Known, RowState.Suppressed, RowState.New], rows.Select(row => row.State));
    }

    [Fact]
    public void Executives_carry_no_segments()
    {
        var rows = Read("email,audience,segment:site\na@post.example,executive,Luzern\nb@post.example,Kundschaft,Luzern\n");

        Assert.Equal([null, "Luzern"], rows.Select(row => row.Segments[0]));
        Assert.Equal([Audience.Executive, Audience.Customer], rows.Select(row => row.Audience));
    }

    [Fact]
    public void People_in_combinations_that_fewer_than_five_share_are_counted()
    {
        var lines = string.Concat(Enumerable.Range(0, 8).Select(i => $"n{i}@post.example,{(i < 6 ? "Luzern" : "Zug")}\n"));

        Assert.Equal(2, ImportFindings.Of(Read("email,segment:site\n" + lines)).Rare.People(_ => 5));
    }

    private static IReadOnlyList<PersonRow> Read(string text, ImportContext? context = null) => Read(Encoding.UTF8.GetBytes(text), context);

    private static IReadOnlyList<PersonRow> Read(byte[] file, ImportContext? context = null)
    {
        var table = PeopleTable.Read(file);
        return [.. PeopleReading.Of(table, new ImportChoice(ColumnGuess.Of(table), Audience.Customer, "de"), context ?? Nobody, Rules)];
    }
}
