using Microsoft.Extensions.Configuration;
using SurveyGap.Web.Platform;
using SurveyGap.Web.Platform.Settings;

namespace SurveyGap.Web.Tests.Platform;

/// <summary>A setting that does not exist or cannot be used ends the start, with a sentence that names it.</summary>
public sealed class SettingTests : IDisposable
{
    // Variables of this process that no other test reads.
    private const string Prefix = "SURVEYGAP_SETTING_TESTS_";

    private readonly string _folder = Directory.CreateTempSubdirectory("surveygap-settings-").FullName;

    [Theory]
    [InlineData("Responses:KeepDays=abc", "it can be a whole number from 0 ")]
    [InlineData("Responses:KeepDays=-5", "it can be a whole number from 0 ")]
    [InlineData("Backups:KeepDays=x", "it can be a whole number from 1 ")]
    [InlineData("Backups:KeepDays=0", "it can be a whole number from 1 ")]
    [InlineData("Backups:KeepDays=-5", "it can be a whole number from 1 ")]
    [InlineData("Audit:KeepDays=364", "it can be a whole number from 365 ")]
    [InlineData("Telemetry:Seconds=0", "it can be a whole number from 1 ")]
    [InlineData("Telemetry:Protocol=tcp", "it can be grpc or http.")]
    [InlineData("Telemetry:Otlp=collector", "http://")]
    [InlineData("Proxies:0=localhost", "10.0.0.0/24")]
    [InlineData("Proxies:1=10.0.0.0/240", "10.0.0.0/24")]
    [InlineData("Site:Url=survey.example.org", "https://")]
    [InlineData("urls=nonsense", "http://127.0.0.1:5080")]
    [InlineData("urls=http://127.0.0.1:99999", "http://127.0.0.1:5080")]
    [InlineData("Mail:From=nobody", "an address that can send mail")]
    [InlineData("Mail:NameServer=dns", "127.0.0.1:53")]
    [InlineData("Mail:Smtp:Port=abc", "it can be a whole number from 1 to 65535.")]
    [InlineData("Mail:Smtp:Security=Tls", "it can be StartTls, Implicit or None.")]
    [InlineData("Mail:Smtp:Security=7", "it can be StartTls, Implicit or None.")]
    [InlineData("Mail:Smtp:Patience=5", "00:05:00")]
    [InlineData("Mail:Smtp:MailsPerSecond=0", "a number above 0")]
    [InlineData("Mail:Smtp:Authority=/nope.pem", "a PEM file")]
    [InlineData("Protection:Certificate=/nope.p12", "a PKCS #12 file")]
    public void A_value_that_cannot_be_used_is_named_with_what_it_can_be(string setting, string mayBe)
    {
        var fault = Assert.Throws<SetupException>(() => SurveyGapApp.Create([$"--{setting}"]));

        var (name, value) = (setting.Split('=')[0], setting.Split('=')[1]);
        Assert.StartsWith($"{name} is '{value}'; it can be ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(mayBe, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Theory]
    [InlineData("Mail:BounceSecret", "geheim")]
    [InlineData("ConnectionStrings:SurveyGap", "geheim")]
    [InlineData("ConnectionStrings:SurveyGap", "Host=127.0.0.1;Pasword=geheim")]
    public void A_secret_is_not_repeated(string name, string value)
    {
        var fault = Assert.Throws<SetupException>(() => SurveyGapApp.Create([$"--{name}={value}"]));

        Assert.StartsWith($"{name} cannot be used; it can be ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ConnectionStrings:SurveyGapOwner=Host=127.0.0.1", "ConnectionStrings:SurveyGapOwner is set, but ConnectionStrings:SurveyGap is missing")]
    [InlineData("--Mail:Dkim:Domain=example.org", "belong together")]
    [InlineData("--urls=http://*:5080", "Site:Url is missing")]
    public void A_setting_that_is_of_no_use_without_another_is_refused(string setting, string says) =>
        Assert.Contains(says, Assert.Throws<SetupException>(() => SurveyGapApp.Create([setting])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Responses:KeepDay", "Responses:KeepDay is no setting; Responses:KeepDays was probably meant.")]
    [InlineData("Responsess:KeepDays", "Responsess:KeepDays is no setting; Responses:KeepDays was probably meant.")]
    [InlineData("ConnectionStrings:SurveyGapApp", "ConnectionStrings:SurveyGapApp is no setting; ConnectionStrings:SurveyGap was probably meant.")]
    [InlineData("Quite:Different", "Quite:Different is no setting; the README's table names them all.")]
    public void A_setting_that_does_not_exist_is_refused_with_the_one_that_was_meant(string name, string says) =>
        Assert.Equal(says, Assert.Throws<SetupException>(() => SurveyGapApp.Create([$"--{name}=7"])).Message);

    [Theory]
    [InlineData("""{ "Responses": { "KeepDay": 7 } }""", "Responses:KeepDay (in ")]
    [InlineData("""{ "proxies": "127.0.0.1" }""", "Proxies:0 was probably meant.")]
    [InlineData("""{ "datta": "/var" }""", "data was probably meant.")]
    public void A_file_may_hold_no_other_setting_either(string file, string says) =>
        Assert.Contains(says, Assert.Throws<SetupException>(() => Of(file).RefuseUnknown()).Message, StringComparison.Ordinal);

    [Fact]
    public void What_the_framework_reads_is_none_of_ours() => Of("""
        {
            "$schema": "https://json.schemastore.org/appsettings.json", "AllowedHosts": "*", "Logging": { "Console": { "FormatterName": "json" } },
            "Kestrel": { "Limits": { "MaxConcurrentConnections": 1000 } }, "proxies": [ "127.0.0.1", "10.0.0.0/8" ], "mail": { }
        }
        """).RefuseUnknown();

    [Theory]
    [InlineData("Responses__KeepDay", true)]
    [InlineData("ConnectionStrings__SurveyGapApp", true)]
    [InlineData("Response__KeepDays", false)]
    [InlineData("ConnectionStrings__Somebody", false)]
    [InlineData("PROXIES", false)]
    [InlineData("dat", false)]
    public void A_variable_of_another_program_stops_nothing(string name, bool isRefused)
    {
        Environment.SetEnvironmentVariable(Prefix + name, "7");
        try
        {
            var fault = Record.Exception(new ConfigurationManager().AddEnvironmentVariables(Prefix).Build().RefuseUnknown);

            Assert.Equal(isRefused, fault is SetupException);
            Assert.Equal(isRefused, fault is not null);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Prefix + name, null);
        }
    }

    [Fact]
    public void The_file_beside_the_program_is_read_and_the_one_where_it_is_started_wins()
    {
        var (beside, here) = (Directory.CreateDirectory(Path.Combine(_folder, "beside")).FullName, Directory.CreateDirectory(Path.Combine(_folder, "here")).FullName);
        File.WriteAllText(Path.Combine(beside, "appsettings.json"), """{ "data": "/var/beside", "Site": { "Url": "https://beside.example" } }""");
        File.WriteAllText(Path.Combine(here, "appsettings.json"), """{ "data": "/var/here" }""");
        using ConfigurationManager settings = new();
        settings.AddInMemoryCollection().AddJsonFile(Path.Combine(here, "appsettings.json")).AddCommandLine(["--urls=http://127.0.0.1:1"]);

        settings.AddFileIn(beside);

        Assert.Equal(("/var/here", "https://beside.example", "http://127.0.0.1:1"), (settings["data"], settings["Site:Url"], settings["urls"]));
    }

    [Fact]
    public void An_empty_setting_is_a_missing_one()
    {
        var settings = Of("""{ "Responses": { "KeepDays": "" }, "Waves": { "KeyDirectory": "" } }""");

        Assert.Equal(30, settings.Number("Responses:KeepDays", 30, 0, 100));
        Assert.EndsWith("data/keys/waves", settings.Place("Waves:KeyDirectory", "keys", "waves"), StringComparison.Ordinal);
    }

    private IConfigurationRoot Of(string file)
    {
        var path = Path.Combine(_folder, "appsettings.json");
        File.WriteAllText(path, file);
        return new ConfigurationBuilder().AddJsonFile(path).Build();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
