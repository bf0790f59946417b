using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using SurveyGap.Testing;
using SurveyGap.Web.CommandLine;
using SurveyGap.Web.Features.Mail;

namespace SurveyGap.Web.Tests.CommandLine;

/// <summary>From one embedded installation into another, by the command line alone.</summary>
public sealed partial class BackupTests(BackedUpDemo demo) : IClassFixture<BackedUpDemo>, IDisposable
{
    private readonly Console _console = new();
    // The server's user has to reach it.
    private readonly string _folder = TestCluster.NewFolder();

    private string Data => demo.Data;

    private string Backups => demo.Backups;

    [Fact]
    public async Task What_was_restored_gives_the_same_backup()
    {
        await Succeed("restore", Backups, "--data", PathOf("restored"));
        Assert.StartsWith("Restored: 1 client as of ", _console.Output, StringComparison.Ordinal);
        await Succeed("backup", PathOf("again"), "--data", PathOf("restored"));

        Assert.Equal(Contents(Backups, "database"), Contents(PathOf("again"), "database"));
        Assert.Equal(Contents(Path.Combine(Backups, "keys"), "keys"), Contents(Path.Combine(PathOf("again"), "keys"), "keys"));
        Assert.Contains(Contents(Backups, "database"), entry => entry.Key.EndsWith("/response.copy", StringComparison.Ordinal) && entry.Value.Length > 10_000);
        Assert.Contains(Contents(Path.Combine(Backups, "keys"), "keys"), entry => entry.Key.StartsWith("waves/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_was_deleted_after_the_backup_does_not_come_back()
    {
        var client = Contents(Backups, "database").First(entry => entry.Key.EndsWith("/client.copy", StringComparison.Ordinal) && !IsEmpty(entry.Value)).Key.Split('/')[0];
        var erasures = _console.File("erasures.log", $"2026-11-21T12:00:00.0000000+00:00 client {client}\n");

        await Succeed("restore", Backups, "--data", PathOf("restored"), "--erasures", erasures);
        Assert.StartsWith("Restored: 0 clients as of ", _console.Output, StringComparison.Ordinal);
        await Succeed("backup", PathOf("again"), "--data", PathOf("restored"));

        Assert.Empty(Directory.EnumerateFiles(PathOf("restored/keys/waves")));
        var restored = Contents(PathOf("again"), "database");
        Assert.All(restored.Where(entry => entry.Key.Contains('/', StringComparison.Ordinal) && !entry.Key.EndsWith("/audit.copy", StringComparison.Ordinal)), entry => Assert.True(IsEmpty(entry.Value), entry.Key));
        Assert.False(IsEmpty(restored["account.copy"]));
    }

    [Fact]
    public async Task A_person_who_was_deleted_after_the_backup_does_not_come_back_and_stands_in_no_file_of_the_tables()
    {
        var (entry, address) = Contents(Backups, "database")
            .Where(entry => entry.Key.EndsWith("/invitation.copy", StringComparison.Ordinal))
            .Select(entry => (entry.Key, AddressIn().Match(Encoding.UTF8.GetString(entry.Value)).Value))
            .First(entry => entry.Value.Length > 0);
        var hash = MailKeys.Open(Path.Combine(Data, "keys", "mail.key")).HashOf(address);
        var erasures = _console.File("erasures.log", $"2026-11-21T12:00:00.0000000+00:00 person {entry.Split('/')[0]} {Convert.ToHexStringLower(hash)}\n");

        await Succeed("restore", Backups, "--data", PathOf("restored"), "--erasures", erasures);
        await Succeed("backup", PathOf("again"), "--data", PathOf("restored"));

        Assert.DoesNotContain(Contents(PathOf("again"), "database"), table => Holds(table.Value, address));
        Assert.Contains(Contents(PathOf("again"), "database"), table => table.Key.EndsWith("/suppression.copy", StringComparison.Ordinal) && table.Value.AsSpan().IndexOf(hash) >= 0);

        // The restored rows were written once, so the old files of the tables hold what no query reads any more.
        Assert.NotEmpty(TableFilesWith(address));
        await Succeed("compact", "--data", PathOf("restored"));
        Assert.Empty(TableFilesWith(address));
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_left_alone()
    {
        await _console.Run("restore", Backups, "--data", Data);

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Contains("There is a SurveyGap database already.", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backups_go_when_their_time_is_over_and_what_a_killed_one_left_goes_sooner()
    {
        var backups = Directory.CreateDirectory(PathOf("backups")).FullName;
        var now = DateTime.UtcNow;
        string[] going = ["surveygap-database-20200101T000000Z.zip", $"surveygap-database-{now.AddDays(-2):yyyyMMdd'T'HHmmss'Z'}.zip.part"];
        string[] staying = ["somebody-elses-20200101T000000Z.zip", $"surveygap-database-{now.AddDays(-2):yyyyMMdd'T'HHmmss'Z'}.zip", $"surveygap-keys-{now.AddHours(-1):yyyyMMdd'T'HHmmss'Z'}.zip.part"];
        foreach (var name in (string[])[.. going, .. staying])
            await File.WriteAllTextAsync(Path.Combine(backups, name), "", TestContext.Current.CancellationToken);

        await Succeed("backup", backups, "--data", Data);

        var left = Directory.EnumerateFiles(backups).Select(Path.GetFileName).ToList();
        Assert.All(going, name => Assert.DoesNotContain(name, left));
        Assert.All(staying, name => Assert.Contains(name, left));
        Assert.Equal(staying.Length + 1, left.Count);
        Assert.All(going, name => Assert.Contains(name, _console.Output, StringComparison.Ordinal));
    }

    // Not even root may write there.
    [Theory]
    [InlineData("/sys/keys", "The folder /sys/keys cannot be made", "-m 700 /sys/keys»")]
    [InlineData("/sys", ".zip.part cannot be written", " /sys»")]
    public async Task A_folder_that_takes_no_backup_is_found_before_anything_is_written(string keys, string fault, string command)
    {
        await _console.Run("backup", PathOf("backups"), "--keys", keys, "--data", Data);

        Assert.Equal(ExitCode.BadInput, _console.ExitCode);
        Assert.Contains(fault, _console.Error, StringComparison.Ordinal);
        Assert.Contains("type «sudo ", _console.Error, StringComparison.Ordinal);
        Assert.Contains(command, _console.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(PathOf("backups")));
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_nothing()
    {
        var archive = PathOf("surveygap-database.zip");

        await Assert.ThrowsAsync<IOException>(async () =>
        {
            await using NewArchive begun = new(archive);
            await begun.Fill(_ => throw new IOException("The disk is full."));
        });

        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    private async Task Succeed(params string[] args)
    {
        await _console.Run(args);
        Assert.True(_console.ExitCode == ExitCode.Done, _console.Error);
    }

    private IEnumerable<string> TableFilesWith(string address) => Directory
        .EnumerateDirectories(PathOf("restored"), "base", SearchOption.AllDirectories)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => Holds(File.ReadAllBytes(file), address));

    private static bool Holds(byte[] bytes, string address) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(address)) >= 0;

    private static SortedDictionary<string, byte[]> Contents(string folder, string kind)
    {
        using var archive = ZipFile.OpenRead(Archives.Newest(folder, kind)!);
        SortedDictionary<string, byte[]> contents = new(StringComparer.Ordinal);
        foreach (var entry in archive.Entries.Where(entry => entry.Name != "manifest.json"))
        {
            using MemoryStream bytes = new();
            using var content = entry.Open();
            content.CopyTo(bytes);
            contents[entry.FullName] = bytes.ToArray();
        }

        return contents;
    }

    // PostgreSQL's signature, flags, no extension, and the mark of the end: 21 bytes.
    private static bool IsEmpty(byte[] copy) => copy.Length == 21;

    private string PathOf(string name) => Path.Combine(_folder, name);

    [GeneratedRegex(@"[a-z.]+@[a-z.-]+\.example", RegexOptions.None, 1000)]
    private static partial Regex AddressIn();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _console.Dispose();
    }
}
