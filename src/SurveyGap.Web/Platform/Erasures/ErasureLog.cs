using System.Globalization;

namespace SurveyGap.Web.Platform.Erasures;

/// <summary>
/// What was deleted for good, in a file outside of the database: whoever restores an older backup deletes it again.
/// It names no person: a client by its number, an address by its keyed hash. Shared by all instances.
/// </summary>
public sealed class ErasureLog(string file, TimeProvider clock)
{
    // One short line in one write to a file that is opened to append: instances that write at once do not mix.
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string File => file;

    /// <summary>To be called before the deletion: killed in between, a restore deletes what was about to be deleted.</summary>
    public void Client(Guid client) => Append($"client {client}");

    /// <inheritdoc cref="Client"/>
    /// <param name="client">At which client.</param>
    /// <param name="addressHash">The address as the suppression list knows it.</param>
    public void Person(Guid client, byte[] addressHash)
    {
        ArgumentNullException.ThrowIfNull(addressHash);
        Append($"person {client} {Convert.ToHexStringLower(addressHash)}");
    }

    /// <summary>Everything since a moment, oldest first.</summary>
    public IReadOnlyList<Erasure> Since(DateTimeOffset moment) => System.IO.File.Exists(file)
        ? [.. System.IO.File.ReadLines(file).Select(Parse).Where(erasure => erasure.At >= moment)]
        : [];

    private void Append(string what)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using FileStream lines = new(file, options);
        lines.Write(System.Text.Encoding.UTF8.GetBytes($"{clock.GetUtcNow():O} {what}\n"));
        lines.Flush(flushToDisk: true);
    }

    private static Erasure Parse(string line)
    {
        var words = line.Split(' ');
        return new Erasure(
            DateTimeOffset.Parse(words[0], CultureInfo.InvariantCulture),
            Guid.Parse(words[2]),
            words is [_, "person", _, var hash] ? Convert.FromHexString(hash) : null);
    }
}

/// <param name="At">When.</param>
/// <param name="Client">The client: all of it, where no person is named.</param>
/// <param name="AddressHash">The person's address as the suppression list knows it.</param>
public sealed record Erasure(DateTimeOffset At, Guid Client, byte[]? AddressHash);
