using System.Diagnostics;

namespace SurveyGap.Web.Platform.EmbeddedPostgres;

/// <summary>Who PostgreSQL runs as: ourselves, or, because it refuses to run as root, another user.</summary>
/// <param name="Name">The other user; null for ourselves.</param>
internal sealed record ServerUser(string? Name)
{
    public static readonly ServerUser Ourselves = new(Name: null);

    private static readonly string[] Known = ["postgres", "nobody"];

    /// <exception cref="SetupException">This process is root, and there is no other user; or this is Windows.</exception>
    public static ServerUser Find(string? configured)
    {
        if (OperatingSystem.IsWindows())
            throw new SetupException("On Windows SurveyGap brings no PostgreSQL of its own: name a database in ConnectionStrings:SurveyGap and ConnectionStrings:SurveyGapOwner.");
        if (!Environment.IsPrivilegedProcess)
            return Ourselves;

        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        var name = configured is not null ? [configured] : Known;
        return new ServerUser(name.FirstOrDefault(users.Contains) ?? throw new SetupException(
            $"PostgreSQL refuses to run as root, and there is no user {string.Join(" or ", name)} to run it as. Create one, or name one in Postgres:User, or do not run as root."));
    }

    /// <summary>Makes an empty folder that is the server's alone.</summary>
    public async Task CreateFolder(string path, CancellationToken cancellation)
    {
        if (Name is null)
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        else
            (await Start("install", ["-d", "-o", Name, "-m", "700", path], input: null, cancellation)).Check();
    }

    public async Task<bool> CanReach(string folder, CancellationToken cancellation) =>
        Name is null || (await Run("test", ["-x", folder], cancellation)).Succeeded;

    /// <summary>Runs a program as this user, from a folder that everybody can reach.</summary>
    public Task<Outcome> Run(string program, IEnumerable<string> arguments, CancellationToken cancellation, string? input = null) =>
        Name is null
            ? Start(program, arguments, input, cancellation)
            : Start("runuser", ["-u", Name, "--", program, .. arguments], input, cancellation);

    private static async Task<Outcome> Start(string program, IEnumerable<string> arguments, string? input, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        return new Outcome(program, process.ExitCode, await output, await error);
    }
}

/// <summary>What a program that ended has left.</summary>
internal sealed record Outcome(string Program, int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    public void Check()
    {
        if (!Succeeded)
            throw new SetupException($"{Program} ended with {ExitCode}. {Error}{Output}".TrimEnd());
    }
}
