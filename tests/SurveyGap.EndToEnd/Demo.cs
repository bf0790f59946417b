using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Load.Faults;
using SurveyGap.Web.CommandLine.Demo;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.EndToEnd;

/// <summary>The product as <c>./dev run</c> starts it: a process of its own with the demo client, on a free port and a folder of its own.</summary>
internal sealed class Demo : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TwoInstances? _instances;

    private readonly ConcurrentDictionary<Audience, int> _given = [];

    private Demo(string data, TwoInstances? instances = null)
    {
        var listening = instances?.First ?? new Uri($"http://127.0.0.1:{Daemon.FreePort()}");
        (Data, Address, _instances) = (data, instances?.Address ?? listening, instances);
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "SurveyGap.Web.dll"), "serve", "--demo", "--urls", $"{listening}", "--data", data },
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var setting in instances?.Settings ?? [])
            _process.StartInfo.ArgumentList.Add(setting);
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Data { get; }

    public Uri Address { get; }

    /// <summary>What the process printed.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts the process without waiting for anything.</summary>
    public static Demo Launch(string data) => new(data);

    /// <summary>Starts the process and waits until it says where to go.</summary>
    public static async Task<Demo> Start(string? data = null)
    {
        data ??= NewFolder();
        Demo demo = new(data, TwoInstances.AreWanted ? await TwoInstances.Begin(data) : null);
        var ended = demo._process.WaitForExitAsync();
        await Task.WhenAny(demo._ready.Task, ended, Task.Delay(Patience));
        if (!demo._ready.Task.IsCompletedSuccessfully)
        {
            await demo.DisposeAsync();
            throw new InvalidOperationException($"The demo did not become ready:\n{demo.Output}");
        }

        if (demo._instances is not null)
            await demo._instances.Complete();
        return demo;
    }

    /// <summary>A folder that the database's user can pass through, so that everything stays inside of it.</summary>
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("surveygap-e2e-");
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return folder.FullName;
    }

    /// <summary>The address in the line below the one that holds these words.</summary>
    public Uri LinkBelow(string words)
    {
        var lines = _lines.ToList();
        return new Uri(lines[lines.FindIndex(line => line.Contains(words, StringComparison.Ordinal)) + 1].Trim());
    }

    /// <summary>The link of somebody who has not answered yet, and whom no other test is given: neither another call, nor the guide.</summary>
    public async Task<Uri> LinkOfAnother(Audience audience)
    {
        var people = await DemoFiles.People();
        var rows = await DemoFiles.Answers(2, QuestionnaireTemplates.Load(QuestionnaireTemplates.Default));
        var waiting = people.Except(DemoLoader.Matched(rows, people).Select(match => match.Person)).Where(person => person.Audience == audience).ToList();
        // The last one is the guide's.
        var person = waiting[^_given.AddOrUpdate(audience, 2, (_, given) => given + 1)];
        var keys = new WaveKeyFolder(Path.Combine(Data, "keys", "waves")).Find(DemoId.Wave(2))!;
        return new Uri(Address, $"r/{keys.Link(DemoId.Invitation(2, person.Number), InvitationStore.FirstEpoch).Reveal()}");
    }

    /// <summary>Signs the demo's consultant in.</summary>
    public async Task SignIn(IPage window)
    {
        await window.GotoAsync(LinkBelow("Sign in as").ToString());
        await window.Locator("#email").FillAsync("ana@alpenblick.example");
        await window.Locator("#password").FillAsync("gipfel-und-grat");
        await window.Leave(() => window.Locator("form button").ClickAsync());
    }

    /// <summary>A random moment's power cut, for the app alone.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>As a service manager stops it, or Ctrl-C.</summary>
    public async Task Stop()
    {
        if (_process.HasExited)
            return;
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _process.Dispose();
        if (_instances is not null)
            await _instances.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        // The last line that the demo's guide prints.
        if (line.Contains("/r/", StringComparison.Ordinal) && _lines.Count(each => each.Contains("/r/", StringComparison.Ordinal)) == 3)
            _ready.TrySetResult();
    }
}
