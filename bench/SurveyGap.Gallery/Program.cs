using System.Diagnostics;
using SurveyGap.Gallery;
using SurveyGap.Reports;

// Writes every case as PDF and as pictures, to be looked at: SurveyGap.Gallery FOLDER [PART OF A CASE'S NAME] [--pdf]
if (args.Length == 0)
{
    await Console.Error.WriteLineAsync("usage: SurveyGap.Gallery FOLDER [PART OF A CASE'S NAME] [--pdf]");
    return 2;
}

var folder = Directory.CreateDirectory(args[0]).FullName;
var wanted = args.Skip(1).FirstOrDefault(argument => !argument.StartsWith("--", StringComparison.Ordinal)) ?? "";
var pictures = !args.Contains("--pdf");
foreach (var (name, make) in Cases.All.Where(found => found.Name.Contains(wanted, StringComparison.Ordinal)))
{
    var file = Path.Combine(folder, name + ".pdf");
    await File.WriteAllBytesAsync(file, GapReport.ToArray(make()));
    if (pictures)
    {
        await Render(file, Path.Combine(folder, name), []);
        if (name == "26-fragen-de")
            await Render(file, Path.Combine(folder, name + "-grey"), ["-gray"]);
    }

    Console.WriteLine(file);
}

return 0;

static async Task Render(string file, string target, string[] options)
{
    using var process = Process.Start(new ProcessStartInfo("pdftoppm", [.. options, "-r", "80", "-png", file, target]))
        ?? throw new InvalidOperationException("pdftoppm did not start.");
    await process.WaitForExitAsync();
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"pdftoppm failed on {file}.");
}
