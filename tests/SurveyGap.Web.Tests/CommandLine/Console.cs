using System.Text;
using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web.Tests.CommandLine;

/// <summary>Runs a command line in a folder of its own, and keeps what came back.</summary>
internal sealed class Console : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("surveygap-");

    public int ExitCode { get; private set; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public static string Demo { get; } = Path.Combine(AppContext.BaseDirectory, "templates", "demo", "wave-1.csv");

    public static string SecondWave { get; } = Path.Combine(AppContext.BaseDirectory, "templates", "demo", "wave-2.csv");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string File(string name, string text, Encoding? encoding = null)
    {
        System.IO.File.WriteAllText(PathOf(name), text, encoding ?? new UTF8Encoding(false));
        return PathOf(name);
    }

    public string Copy(string file, string name)
    {
        System.IO.File.Copy(file, PathOf(name));
        return PathOf(name);
    }

    public async Task Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        ExitCode = await Commands.Run(args, output, error);
        (Output, Error) = (output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
