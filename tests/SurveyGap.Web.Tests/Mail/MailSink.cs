using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>A real mail server (Debian's aiosmtpd) on a free port, and what it took.</summary>
internal sealed class MailSink : IDisposable
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Mail", "sink.py");

    // Debian's own, which has Debian's packages, whatever else stands first in the path.
    private const string Interpreter = "/usr/bin/python3";

    private readonly Process _process;

    private MailSink(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public SmtpSettings Settings => new() { Host = "127.0.0.1", Port = Port, Security = SmtpSecurity.None, Patience = TimeSpan.FromSeconds(10) };

    public static async Task<MailSink> Start(object? options = null)
    {
        var process = Python(options ?? new { });
        var port = await process.StandardOutput.ReadLineAsync();
        return new MailSink(process, int.Parse(port!, CultureInfo.InvariantCulture));
    }

    /// <summary>The next mail that the server took.</summary>
    public async Task<TakenMail> Next()
    {
        var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<TakenMail>(line!, JsonSerializerOptions.Web)!;
    }

    /// <summary>All mails that the server took, once nobody sends any more.</summary>
    public async Task<IReadOnlyList<TakenMail>> All()
    {
        _process.StandardInput.Close();
        var lines = (await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(line => JsonSerializer.Deserialize<TakenMail>(line, JsonSerializerOptions.Web)!)];
    }

    /// <summary>So many mails, read while they come: a full pipe would hold the server up.</summary>
    public async Task<IReadOnlyList<TakenMail>> All(int expected)
    {
        List<TakenMail> mails = [];
        while (mails.Count < expected)
            mails.Add(await Next());
        mails.AddRange(await All());
        return mails;
    }

    /// <summary>What a strict parser reads in a message; it throws where the message breaks a rule.</summary>
    public static async Task<TakenMail> Read(byte[] message, string? dkim = null)
    {
        using var process = Python(new { check = true, dkim });
        await process.StandardInput.BaseStream.WriteAsync(message);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.True((await output).Length > 0, await error);
        return JsonSerializer.Deserialize<TakenMail>(await output, JsonSerializerOptions.Web)!;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static Process Python(object options) => Process.Start(new ProcessStartInfo(Interpreter, [Script, JsonSerializer.Serialize(options, JsonSerializerOptions.Web)])
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

/// <summary>A mail as the other side sees it.</summary>
internal sealed record TakenMail(
    string? From,
    IReadOnlyList<string>? To,
    bool Tls,
    string? User,
    IReadOnlyDictionary<string, string> Headers,
    int Count,
    string FromName,
    string ToName,
    string Text,
    string Html,
    bool? Dkim);
