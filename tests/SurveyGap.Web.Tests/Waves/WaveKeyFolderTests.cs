using System.Runtime.Versioning;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.Waves;

public sealed class WaveKeyFolderTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly Guid _wave = Guid.NewGuid();

    private WaveKeyFolder Folder => new(_folder);

    [Fact]
    public void A_key_is_made_once()
    {
        var made = Folder.Create(_wave);

        Assert.Equal(made.Seal, Folder.Create(_wave).Seal);
        Assert.Equal(made.Seal, Folder.Find(_wave)!.Seal);
        Assert.Equal([_wave], Folder.Waves());
    }

    [Fact]
    public void A_wave_without_a_key_has_none()
    {
        Assert.Null(Folder.Find(_wave));
        Assert.Empty(Folder.Waves());
    }

    [Fact]
    public void A_file_that_is_no_waves_key_is_passed_over()
    {
        Folder.Create(_wave);
        File.WriteAllText(Path.Combine(_folder, "mail.key"), "");
        File.WriteAllText(Path.Combine(_folder, $"{_wave:N} (copy).key"), "");

        Assert.Equal([_wave], Folder.Waves());
    }

    [Fact]
    public void A_deleted_key_is_gone_and_deleting_twice_is_fine()
    {
        Folder.Create(_wave);
        Folder.Delete(_wave);
        Folder.Delete(_wave);

        Assert.Null(Folder.Find(_wave));
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public void Only_the_owner_may_read_a_key_and_nothing_else_is_left_beside_it()
    {
        Folder.Create(_wave);

        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(WaveKeys.SecretLength, new FileInfo(file).Length);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
