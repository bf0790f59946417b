using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Planning;

namespace SurveyGap.Web.Tests.Planning;

/// <summary>What consultants are told of waves that run.</summary>
public sealed class NoticeTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_notice_goes_once_to_each_consultant_and_to_no_reader()
    {
        await app.Database.Client.Run(Cast.Alpenblick.Id, db => db.ExecuteAsync(
            "update wave set closes_at = now() + interval '2 days' where wave_id = @OpenWave", Cast.Alpenblick), Stop);
        var job = app.Services.GetServices<IHostedService>().OfType<NoticeJob>().Single();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => job.Round(Stop)));
        await job.Round(Stop);
        var letters = await Letters(2);

        Assert.Equal([Person.Ana.Email, Person.Emil.Email], letters.Select(letter => letter.To).Order(StringComparer.Ordinal));
        Assert.All(letters, letter => Assert.Contains($"/clients/{Cast.Alpenblick.Id}/waves/{Cast.Alpenblick.OpenWave}", letter.Text.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    // Without a mail server they are files; the box that sends them works behind the job's back.
    private async Task<IReadOnlyList<(string To, string Text)>> Letters(int expected)
    {
        var folder = app.Services.GetRequiredService<MailSettings>().Folder;
        for (var waited = 0; ; waited++)
        {
            string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories) : [];
            if (files.Length >= expected || waited == 100)
                return [.. files.Select(File.ReadAllText).Select(text => (AddressOf(text), text))];
            await Task.Delay(TimeSpan.FromMilliseconds(100), Stop);
        }
    }

    private static string AddressOf(string letter) =>
        letter.Split("\r\n").First(line => line.StartsWith("To:", StringComparison.Ordinal)).Split('<', '>') is [_, var address, ..] ? address : "";
}
