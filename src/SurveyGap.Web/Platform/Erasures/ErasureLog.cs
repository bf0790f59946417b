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
        // A line that was cut off is of a deletion that never began.
        ? [.. System.IO.File.ReadLines(file).Where(IsWhole).Select(Parse).Where(erasure => erasure.At >= moment)]
        : [];

    /// <summary>The lines of a copy of the file: from a backup, or from an installation that was lost.</summary>
    /// <param name="name">What the copy is called, for whoever named the wrong file.</param>
    /// <param name="copy">Its bytes.</param>
    /// <exception cref="SetupException">It is no such file.</exception>
    public static IReadOnlyList<string> Lines(string name, Stream copy)
    {
        List<string> lines = [];
        using StreamReader reader = new(copy);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!IsWhole(line))
                throw new SetupException($"{name} is no erasures.log, or damaged: see its line {number}. One that was cut off may be deleted: what it speaks of never began.");
            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The lines of the file together with those of its copies, each once, oldest first.</summary>
    /// <exception cref="SetupException">The file is damaged.</exception>
    public IReadOnlyList<string> With(IEnumerable<string> copies)
    {
        IReadOnlyList<string> here = System.IO.File.Exists(file) ? Lines(file, OwnFiles.Open(file)) : [];
        return [.. here.Concat(copies).Distinct(StringComparer.Ordinal).OrderBy(line => Parse(line).At)];
    }

    /// <summary>Puts lines in the place of the file; nobody may append meanwhile.</summary>
    public void Replace(IReadOnlyList<string> lines) => OwnFiles.Write(file, System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n"))));

    private void Append(string what)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using FileStream lines = new(file, options);
        lines.Write(System.Text.Encoding.UTF8.GetBytes($"{(EndsWithinALine() ? "\n" : "")}{clock.GetUtcNow():O} {what}\n"));
        lines.Flush(flushToDisk: true);
    }

    // Left by a full disk or a power cut; what is written behind it would be lost with it.
    private bool EndsWithinALine()
    {
        using FileStream lines = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (lines.Length == 0)
            return false;
        lines.Seek(-1, SeekOrigin.End);
        return lines.ReadByte() != '\n';
    }

    private static bool IsWhole(string line)
    {
        try
        {
            Parse(line);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Erasure Parse(string line) => line.Split(' ') switch
    {
        [var at, "client", var client] => new Erasure(MomentOf(at), Guid.Parse(client), AddressHash: null),
        [var at, "person", var client, var hash] => new Erasure(MomentOf(at), Guid.Parse(client), Convert.FromHexString(hash)),
        _ => throw new FormatException("A line of the erasures names a moment, and a client or a person."),
    };

    private static DateTimeOffset MomentOf(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

/// <param name="At">When.</param>
/// <param name="Client">The client: all of it, where no person is named.</param>
/// <param name="AddressHash">The person's address as the suppression list knows it.</param>
public sealed record Erasure(DateTimeOffset At, Guid Client, byte[]? AddressHash);
