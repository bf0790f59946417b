using System.IO.Compression;
using System.Security.Cryptography;
using SurveyGap.Testing;
using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web.Tests.CommandLine;

/// <summary>What lies in the folders of the keys already, when somebody restores.</summary>
public sealed class RestoreTests(BackedUpDemo demo) : IClassFixture<BackedUpDemo>, IDisposable
{
    private const string Earliest = "2026-11-20T12:00:00.0000000+00:00 client 11111111-1111-1111-1111-111111111111";
    private const string Between = "2026-11-21T12:00:00.0000000+00:00 client 22222222-2222-2222-2222-222222222222";
    private const string Latest = "2026-11-22T12:00:00.0000000+00:00 client 33333333-3333-3333-3333-333333333333";

    private readonly Console _console = new();
    // The server's user has to reach it.
    private readonly string _folder = TestCluster.NewFolder();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string KeyArchive => Archives.Newest(Path.Combine(demo.Backups, "keys"), Archives.Keys)!;

    [Theory]
    [InlineData("mail.key")]
    [InlineData("waves")]
    public async Task A_key_that_is_not_the_one_of_the_archive_is_refused_until_it_is_moved_away(string name)
    {
        var key = Path.Combine(Keys, name == "waves" ? $"waves/{Path.GetFileName(Directory.GetFiles(Path.Combine(demo.Data, "keys", "waves"))[0])}" : name);
        Directory.CreateDirectory(Path.GetDirectoryName(key)!);
        var other = RandomNumberGenerator.GetBytes(32);
        await File.WriteAllBytesAsync(key, other, Stop);

        await Restore();

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Contains($"{key} is another file than the archive's of this name", _console.Error, StringComparison.Ordinal);
        Assert.Contains("move it away", _console.Error, StringComparison.Ordinal);
        Assert.Equal([key], Directory.EnumerateFiles(Keys, "*", SearchOption.AllDirectories));
        Assert.Equal(other, await File.ReadAllBytesAsync(key, Stop));

        File.Move(key, PathOf("moved"));
        await Restore();
        Assert.True(_console.ExitCode == ExitCode.Done, _console.Error);
    }

    [Fact]
    public async Task What_was_deleted_by_whichever_copy_of_the_list_is_on_it_afterwards()
    {
        Copy(Path.Combine(demo.Data, "keys"), Keys);
        await File.WriteAllLinesAsync(Erasures, [Earliest, Latest], Stop);
        var archive = PathOf("keys.zip");
        File.Copy(KeyArchive, archive);
        await using (var keys = await ZipFile.OpenAsync(archive, ZipArchiveMode.Update, Stop))
        await using (StreamWriter copy = new(await keys.CreateEntry("erasures.log").OpenAsync(Stop)))
            await copy.WriteLineAsync(Earliest);

        await Restore("--keys", archive, "--erasures", _console.File("erasures.log", $"{Earliest}\n{Between}\n"));

        Assert.True(_console.ExitCode == ExitCode.Done, _console.Error);
        Assert.Equal([Earliest, Between, Latest], await File.ReadAllLinesAsync(Erasures, Stop));
    }

    [Fact]
    public async Task The_list_in_its_place_may_be_named_as_well()
    {
        Copy(Path.Combine(demo.Data, "keys"), Keys);
        await File.WriteAllLinesAsync(Erasures, [Earliest], Stop);

        await Restore("--erasures", Erasures);

        Assert.True(_console.ExitCode == ExitCode.Done, _console.Error);
        Assert.Equal([Earliest], await File.ReadAllLinesAsync(Erasures, Stop));
    }

    [Theory]
    [InlineData("Dear Ana", 2)]
    [InlineData("2026-11-21T12:00:00.0000000+00:00 study 22222222-2222-2222-2222-222222222222", 2)]
    [InlineData("", 2)]
    public async Task Another_file_is_no_list_of_what_was_deleted(string line, int number)
    {
        var file = _console.File("letter.txt", $"{Earliest}\n{line}\n{Latest}\n");

        await Restore("--erasures", file);

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Contains($"{file} is no erasures.log, or damaged: see its line {number}.", _console.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Keys));
    }

    [Fact]
    public async Task What_is_no_archive_is_named_before_anything_is_written()
    {
        var file = _console.File("backup.zip", "not one");

        await Restore("--keys", file);

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Contains($"{file} is no archive", _console.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Keys));
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.75)]
    public async Task A_damaged_archive_is_found_out_before_anything_is_written(double where)
    {
        var file = PathOf("damaged.zip");
        var bytes = await File.ReadAllBytesAsync(Archives.Newest(demo.Backups, Archives.Database)!, Stop);
        RandomNumberGenerator.Fill(bytes.AsSpan((int)(where * bytes.Length), 64));
        await File.WriteAllBytesAsync(file, bytes, Stop);

        await _console.Run("restore", file, "--keys", KeyArchive, "--data", PathOf("restored"));

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Contains($"{file} is no archive, or not whole.", _console.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Keys));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_comes_with_the_command_that_makes_it()
    {
        await _console.Run("restore", demo.Backups, "--data", "/sys/restored");

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Contains($"type «sudo install -d -o {Environment.UserName} -m 700 /sys/restored»", _console.Error, StringComparison.Ordinal);
    }

    private string Keys => PathOf("restored/keys");

    private string Erasures => Path.Combine(Keys, "erasures.log");

    private Task Restore(params string[] more) => _console.Run(["restore", demo.Backups, "--data", PathOf("restored"), .. more]);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _console.Dispose();
    }
}
