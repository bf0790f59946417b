using AngleSharp.Html.Parser;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Words;

namespace SurveyGap.Web.Tests.Mail;

public sealed class MailTemplateTests
{
    private static readonly ShippedTexts Shipped = new();
    private static readonly Dictionary<string, string> Values = new()
    {
        ["name"] = "Nora Imhof",
        ["client"] = "Alpenblick Versicherung",
        ["signature"] = "Regula Amstad, Leiterin Kundendienst",
        ["sender"] = "Alpenblick Versicherung, Seestrasse 12, 6003 Luzern",
        ["unsubscribe"] = "https://umfrage.example/unsubscribe/abc_-",
        ["date"] = "29. November",
        ["until"] = "Sonntag, 29. November",
        ["questions"] = "27",
        ["minutes"] = "4",
        ["link"] = "https://umfrage.example/r/t0k_en-",
        ["privacy"] = "https://umfrage.example/privacy",
        ["hours"] = "72",
        ["title"] = "Die Umfrage schliesst in drei Tagen",
        ["notice"] = "Von 84 Mitarbeitenden haben rund 40 geantwortet.",
    };

    public static TheoryData<string, string> Texts()
    {
        TheoryData<string, string> texts = [];
        foreach (var kind in (IEnumerable<MailKind>)[.. MailKind.OfWave, MailKind.SetPassword, MailKind.Notice])
            foreach (var language in Shipped.Languages(kind))
                texts.Add(kind.Name, language);
        return texts;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_shipped_text_is_whole_and_small(string name, string language)
    {
        var kind = ((IEnumerable<MailKind>)[.. MailKind.OfWave, MailKind.SetPassword, MailKind.Notice]).Single(kind => kind.Name == name);
        var mail = Filled(Shipped.Markdown(kind, language), kind, Values);

        Assert.DoesNotContain("{{", mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.InRange(mail.Html.Length, 1000, 40 * 1024);
        Assert.InRange(mail.Subject.Length, 8, 78);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.True(kind == MailKind.Thanks || mail.Html.Split("class=\"button\"").Length == 2, "one button");
    }

    [Fact]
    public void Invitations_reminders_and_thanks_speak_four_languages()
    {
        foreach (var kind in MailKind.OfWave)
            Assert.Equal(["de", "en", "fr", "it"], Shipped.Languages(kind));
        Assert.Equal(["de", "en"], Shipped.Languages(MailKind.SetPassword));
    }

    [Fact]
    public void Both_parts_carry_the_link_and_the_end_of_mails()
    {
        var mail = Filled(Shipped.Markdown(MailKind.Invitation, "de"), MailKind.Invitation, Values);

        Assert.Equal("Wie gut ist unser Service? 4 Minuten bis 29. November", mail.Subject);
        Assert.Contains("\nUmfrage öffnen:\nhttps://umfrage.example/r/t0k_en-\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Keine Mails mehr zu dieser Umfrage <https://umfrage.example/unsubscribe/abc_->", mail.Text, StringComparison.Ordinal);
        var links = new HtmlParser().ParseDocument(mail.Html).Links.Select(link => link.GetAttribute("href"));
        Assert.Equal([Values["link"], Values["privacy"], Values["unsubscribe"]], links);
    }

    [Fact]
    public void A_name_never_becomes_markup()
    {
        var mail = Filled(Shipped.Markdown(MailKind.Invitation, "de"), MailKind.Invitation, new(Values)
        {
            ["name"] = "<script>x</script> [click](https://evil.example) {{link}} **bold**\r\nBcc: all@post.example",
        });

        var page = new HtmlParser().ParseDocument(mail.Html);
        Assert.Empty(page.Scripts);
        Assert.DoesNotContain(page.Links, link => link.GetAttribute("href")!.Contains("evil", StringComparison.Ordinal));
        Assert.Contains("<script>x</script> [click](https://evil.example) {{link}} **bold**", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_the_greeting_has_no_trailing_blank() =>
        Assert.StartsWith("Guten Tag\n\n", Filled(Shipped.Markdown(MailKind.Invitation, "de"), MailKind.Invitation, new(Values) { ["name"] = "" }).Text, StringComparison.Ordinal);

    [Fact]
    public void A_text_is_refused_with_all_its_faults_at_once()
    {
        var (template, faults) = MailTemplate.Read("No heading\n\n{{password}} [x](javascript:alert(1)) ![p](https://p.example/p.png)", MailKind.Invitation);

        Assert.Null(template);
        Assert.Equal(
            [
                new(TemplateFaultKind.NoSubject, "#"),
                new(TemplateFaultKind.UnknownPlaceholder, "password"),
                new(TemplateFaultKind.MissingPlaceholder, "link"),
                new(TemplateFaultKind.MissingPlaceholder, "unsubscribe"),
                new(TemplateFaultKind.ForbiddenLink, "javascript:alert(1)"),
                new(TemplateFaultKind.ForbiddenLink, "https://p.example/p.png"),
            ],
            faults);
    }

    [Fact]
    public void Typed_HTML_is_shown_and_not_run()
    {
        var mail = Filled("# Hi\n\n<img src=x onerror=alert(1)> {{link}} {{unsubscribe}}", MailKind.Invitation, Values);

        Assert.Empty(new HtmlParser().ParseDocument(mail.Html).Images);
    }

    private static FilledMail Filled(string markdown, MailKind kind, Dictionary<string, string> values)
    {
        var (template, faults) = MailTemplate.Read(markdown, kind);
        Assert.Empty(faults);
        return template!.Fill(values, new MailLayout(Shipped.Layout, "de", "Alpenblick Versicherung", "#9b3a6a"));
    }
}
