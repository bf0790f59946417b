using System.Runtime.Versioning;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Mail;
using SurveyGap.Web.Features.Mail.Outbox;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>Mails as files.</summary>
public sealed class MailFolderTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_waves_mails_go_when_it_closes_and_the_thanks_stay()
    {
        using var world = await MailWorld.Create(database);
        var folder = new MailFolder(world.Settings, world.Outbox);
        await world.Invite(2);
        await world.Send(MailKind.Invitation);
        await Send(world, folder);
        Assert.Equal(2, Files(world).Length);

        await folder.Sweep(Stop);
        Assert.Equal(2, Files(world).Length);
        await world.Sql("update wave set closed_at = now() where client_id = @Client");
        await folder.Sweep(Stop);
        Assert.Empty(Files(world));

        await world.Send(MailKind.Thanks);
        await Send(world, folder);
        await folder.Sweep(Stop);
        Assert.Equal(2, Files(world).Length);
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public async Task They_are_for_the_programs_user_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var world = await MailWorld.Create(database);
        await world.Invite(1);
        await world.Send(MailKind.Invitation);
        await Send(world, new MailFolder(world.Settings, world.Outbox));

        var file = Assert.Single(Files(world));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.All([world.Settings.Folder, Path.GetDirectoryName(file)!], folder =>
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder)));
    }

    private static Task<int> Send(MailWorld world, MailFolder folder) => world.Sender(smtp: null, () => new FolderRoute(folder)).SendDue(Stop);

    private static string[] Files(MailWorld world) => Directory.GetFiles(world.Settings.Folder, "*.eml", SearchOption.AllDirectories);
}
