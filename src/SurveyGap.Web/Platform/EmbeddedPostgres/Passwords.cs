using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>The two passwords of the embedded cluster, in a file that only the app's own user can read.</summary>
internal sealed record Passwords(string Owner, string App)
{
    private const string FileName = "passwords.json";

    public static async Task<Passwords> Create(string home, CancellationToken cancellation)
    {
        var passwords = new Passwords(Random(), Random());
        var path = Path.Combine(home, FileName);
        File.Delete(path);
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await JsonSerializer.SerializeAsync(file, passwords, cancellationToken: cancellation);
        return passwords;
    }

    /// <exception cref="SetupException">The file is gone, and with it the way into the cluster.</exception>
    public static async Task<Passwords> Read(string home, CancellationToken cancellation)
    {
        var path = Path.Combine(home, FileName);
        if (!File.Exists(path))
            throw new SetupException($"There is a PostgreSQL cluster in {home}, but {FileName} beside it is gone. Restore the file, or move the folder away to begin afresh.");

        await using var file = File.OpenRead(path);
        return (await JsonSerializer.DeserializeAsync<Passwords>(file, cancellationToken: cancellation))!;
    }

    // Base64url: letters, digits, - and _ need no quoting in SQL.
    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
