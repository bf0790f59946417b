using SurveyGap.Web.Features.Mail.Mime;

namespace SurveyGap.Web.Features.Mail.Outbox;

/// <summary>
/// Mails as files, for this program's user alone. Reminders name who had not answered, so a wave's mails lie in a folder
/// of their own, which goes when the wave is closed.
/// </summary>
public sealed class MailFolder(MailSettings settings, OutboxStore outbox)
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>Writes a mail; where it lies.</summary>
    public async Task<string> Write(MailMessage message, CancellationToken stop)
    {
        var folder = message.GoesWithWave is { } wave ? Path.Combine(settings.Folder, $"{wave}") : settings.Folder;
        Make(settings.Folder);
        Make(folder);

        // Named after the mail, so that a second attempt overwrites the first.
        var path = Path.Combine(folder, $"{message.MessageId[..message.MessageId.IndexOf('@', StringComparison.Ordinal)]}.eml");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnersFile;
        await using var file = new FileStream(path, options);
        await file.WriteAsync(MimeWriter.Write(message), stop);
        return path;
    }

    /// <summary>Deletes the mails of waves that are closed.</summary>
    public async Task Sweep(CancellationToken cancellation)
    {
        if (!Directory.Exists(settings.Folder))
            return;
        var waves = Directory.EnumerateDirectories(settings.Folder).Select(WaveOf).OfType<Guid>().ToList();
        if (waves.Count == 0)
            return;
        foreach (var wave in await outbox.Closed(waves, cancellation))
            Directory.Delete(Path.Combine(settings.Folder, $"{wave}"), recursive: true);
    }

    /// <summary>Deletes what lies here of waves and mails that are no more.</summary>
    public void Forget(IEnumerable<Guid> waves, IReadOnlyCollection<Guid> mails)
    {
        if (!Directory.Exists(settings.Folder))
            return;
        foreach (var folder in waves.Select(wave => Path.Combine(settings.Folder, $"{wave}")).Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        foreach (var folder in Directory.EnumerateDirectories(settings.Folder).Append(settings.Folder))
        {
            foreach (var mail in mails)
                File.Delete(Path.Combine(folder, $"{mail:N}.eml"));
        }
    }

    /// <summary>
    /// Deletes the files from before a moment that no row speaks of: single letters, and what was left when the program died
    /// between deleting a row and its file.
    /// </summary>
    public async Task SweepUnknown(DateTimeOffset before, CancellationToken cancellation)
    {
        if (!Directory.Exists(settings.Folder))
            return;
        var files = Directory.EnumerateFiles(settings.Folder, "*.eml", SearchOption.AllDirectories)
            .Where(file => File.GetLastWriteTimeUtc(file) < before.UtcDateTime)
            .Select(file => (Path: file, Mail: MailOf(file)))
            .ToList();
        var known = await outbox.Known([.. files.Select(file => file.Mail).OfType<Guid>()], cancellation);
        foreach (var (path, mail) in files)
        {
            if (mail is { } found && !known.Contains(found))
                File.Delete(path);
        }
    }

    private static Guid? MailOf(string file) => Guid.TryParseExact(Path.GetFileNameWithoutExtension(file), "N", out var mail) ? mail : null;

    private static Guid? WaveOf(string folder) => Guid.TryParseExact(Path.GetFileName(folder), "D", out var wave) ? wave : null;

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnersFolder);
    }
}
