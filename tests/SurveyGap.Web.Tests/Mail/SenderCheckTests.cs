using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Mime;
using SurveyGap.Web.Features.Mail.Sender;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Tests.Mail;

public sealed class SenderCheckTests : IDisposable
{
    private const string Domain = "kern-partner.example";
    private const string KeyName = $"umfrage._domainkey.{Domain}";

    // One for all: such a key takes seconds to find.
    private static readonly RSA Rsa = RSA.Create(4096);

    private readonly string _keyFile = Path.GetTempFileName();
    private readonly string _key = Convert.ToBase64String(Rsa.ExportSubjectPublicKeyInfo());

    public SenderCheckTests() => File.WriteAllText(_keyFile, Rsa.ExportPkcs8PrivateKeyPem());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_domain_that_says_everything_is_fine_and_a_long_key_comes_over_TCP()
    {
        using var server = new LocalNameServer(Records($"v=DKIM1; k=rsa; p={_key[..200]} {_key[200..]}"));

        Assert.All(await Check(server), finding => Assert.Equal(SenderVerdict.Fine, finding.Verdict));
        Assert.Equal(1, server.AskedOverTcp);
    }

    [Fact]
    public async Task What_is_missing_is_named_with_what_should_stand_there()
    {
        using var server = new LocalNameServer([]);

        Assert.Equal(
            [
                new SenderFinding("spf", SenderVerdict.Missing, Domain, [], "v=spf1 a:mail.example -all"),
                new SenderFinding("dkim", SenderVerdict.Missing, KeyName, [], $"v=DKIM1; k=rsa; p={_key}"),
                new SenderFinding("dmarc", SenderVerdict.Missing, $"_dmarc.{Domain}", [], $"v=DMARC1; p=quarantine; rua=mailto:postmaster@{Domain}"),
            ],
            (await Check(server)).Select(finding => finding with { Found = [] }));
    }

    [Theory]
    [InlineData(Domain, "v=spf1 mx", "spf", SenderVerdict.Weak)]
    [InlineData(Domain, "v=spf1 +all", "spf", SenderVerdict.Weak)]
    [InlineData(Domain, "v=spf1 mx -all|v=spf1 a ~all", "spf", SenderVerdict.Several)]
    [InlineData(Domain, "v=spf10 -all|anything", "spf", SenderVerdict.Missing)]
    [InlineData(Domain, "v=spf1 redirect=_spf.example", "spf", SenderVerdict.Fine)]
    [InlineData(KeyName, "v=DKIM1; p=", "dkim", SenderVerdict.Wrong)]
    [InlineData(KeyName, "v=DKIM1; p=MIIBIjAN", "dkim", SenderVerdict.Wrong)]
    [InlineData($"_dmarc.{Domain}", "v=DMARC1; p=none; rua=mailto:x@y.example", "dmarc", SenderVerdict.Weak)]
    [InlineData($"_dmarc.{Domain}", "v=DMARC1", "dmarc", SenderVerdict.Wrong)]
    [InlineData($"_dmarc.{Domain}", "v=DMARC1; p=reject|v=DMARC1; p=none", "dmarc", SenderVerdict.Several)]
    public async Task What_is_there_and_does_not_help_is_told(string name, string records, string entry, SenderVerdict verdict)
    {
        using var server = new LocalNameServer(new() { [name] = records.Split('|') });

        Assert.Equal(verdict, (await Check(server)).Single(finding => finding.Entry == entry).Verdict);
    }

    [Fact]
    public async Task A_subdomain_follows_the_policy_of_the_domain_above_it()
    {
        using var server = new LocalNameServer(new() { [$"_dmarc.{Domain}"] = ["v=DMARC1; p=reject"] });
        var finding = (await Check(server, from: $"umfrage@mail.{Domain}")).Single(finding => finding.Entry == "dmarc");

        Assert.Equal((SenderVerdict.Fine, $"_dmarc.{Domain}"), (finding.Verdict, finding.Name));
    }

    [Fact]
    public async Task Entries_for_another_domain_than_the_senders_do_not_count()
    {
        using var server = new LocalNameServer(Records($"v=DKIM1; p={_key}"));
        var findings = await Check(server, from: "umfrage@alpenblick.example");

        Assert.Equal([SenderVerdict.OtherDomain, SenderVerdict.OtherDomain, SenderVerdict.Missing], findings.Select(finding => finding.Verdict));
    }

    [Fact]
    public async Task A_server_that_fails_or_is_silent_is_no_missing_entry()
    {
        using var failing = new LocalNameServer([]) { Code = 2 };
        Assert.All(await Check(failing), finding => Assert.Equal(SenderVerdict.NoAnswer, finding.Verdict));

        using var silent = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var check = new SenderCheck(Settings((IPEndPoint)silent.Client.LocalEndPoint!), new NameServer(Settings((IPEndPoint)silent.Client.LocalEndPoint!)));
        Assert.All(await check.Findings(Stop), finding => Assert.Equal(SenderVerdict.NoAnswer, finding.Verdict));
    }

    [Fact]
    public async Task A_forged_reply_is_passed_over()
    {
        using var server = new LocalNameServer(new() { [Domain] = ["v=spf1 mx -all"] }) { IsForged = true };

        Assert.Equal(SenderVerdict.Fine, (await Check(server))[0].Verdict);
    }

    public void Dispose() => File.Delete(_keyFile);

    private static Dictionary<string, string[]> Records(string key) => new()
    {
        [Domain] = ["v=spf1 mx -all", "some-verification=1"],
        [KeyName] = [key],
        [$"_dmarc.{Domain}"] = ["v=DMARC1; p=quarantine"],
    };

    private async Task<IReadOnlyList<SenderFinding>> Check(LocalNameServer server, string from = $"umfrage@{Domain}")
    {
        var settings = Settings(server.Address) with { From = Mailbox.Of("", from) };
        return await new SenderCheck(settings, new NameServer(settings)).Findings(Stop);
    }

    private MailSettings Settings(IPEndPoint server) => MailSettings.Of(new ConfigurationBuilder().Build()) with
    {
        From = Mailbox.Of("", $"umfrage@{Domain}"),
        Bounces = Mailbox.Of("", $"umfrage@{Domain}"),
        Smtp = new SmtpSettings { Host = "mail.example" },
        Dkim = new DkimSettings { Domain = Domain, Selector = "umfrage", KeyFile = _keyFile },
        NameServer = server,
    };
}
