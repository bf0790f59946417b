using System.Diagnostics;
using System.Globalization;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Load;

/// <summary>A real mail server (Debian's aiosmtpd) on a free port of loopback.</summary>
internal sealed class Sink : IDisposable
{
    private readonly Process _process;

    private Sink(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>What it has used of the processors so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public SmtpSettings Settings => new() { Host = "127.0.0.1", Port = Port, Security = SmtpSecurity.None };

    public static async Task<Sink> Start()
    {
        // Debian's own Python, which has Debian's packages, whatever else stands first in the path.
        var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "sink.py")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new Sink(process, int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    /// <summary>Waits for so many mails. How many a second came after the first, and to how many addresses.</summary>
    public async Task<(double Rate, int Addresses)> Take(int mails)
    {
        HashSet<string> addresses = [await _process.StandardOutput.ReadLineAsync() ?? ""];
        var watch = Stopwatch.StartNew();
        for (var taken = 1; taken < mails; taken++)
            addresses.Add(await _process.StandardOutput.ReadLineAsync() ?? "");
        return ((mails - 1) / watch.Elapsed.TotalSeconds, addresses.Count);
    }

    /// <summary>How many more come until none has come for a while.</summary>
    public async Task<int> More(TimeSpan patience)
    {
        for (var more = 0; ; more++)
        {
            var next = _process.StandardOutput.ReadLineAsync();
            if (await Task.WhenAny(next, Task.Delay(patience)) != next)
                return more;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
