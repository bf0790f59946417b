using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SurveyGap.Web.Features.Mail.Smtp;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>
/// A mail server that misbehaves on demand, at the level of lines. It is asked for each line that it hears («.» for a
/// message's end, «hello» for a new connection): null says what an honest server says, an empty text nothing at all,
/// <see cref="HangUp"/> cuts the line.
/// </summary>
internal sealed class ScriptedServer : IDisposable
{
    public const string HangUp = "(hang up)";

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Task<string?>> _script;

    public ScriptedServer(Func<string, string?> script)
        : this(line => Task.FromResult(script(line)))
    {
    }

    /// <param name="script">May take its time.</param>
    /// <param name="port">0: a free one.</param>
    public ScriptedServer(Func<string, Task<string?>> script, int port = 0)
    {
        _script = script;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _ = Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public SmtpSettings Settings => new()
    {
        Host = "127.0.0.1",
        Port = Port,
        Security = SmtpSecurity.None,
        // A loaded machine may take its time; only who waits for a silent server is in a hurry.
        Patience = TimeSpan.FromSeconds(30),
        Connections = 2,
    };

    /// <summary>The settings for a script that gives this reply: a silent server is given up soon.</summary>
    public SmtpSettings SettingsFor(string reply) => reply == "" ? Settings with { Patience = TimeSpan.FromSeconds(3) } : Settings;

    /// <summary>Messages that arrived whole, whatever the server then answered.</summary>
    public List<string> Arrived { get; } = [];

    /// <summary>How many messages have arrived so far, while it still serves.</summary>
    public int Count
    {
        get
        {
            lock (Arrived)
                return Arrived.Count;
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Listen()
    {
        while (!_stop.IsCancellationRequested)
            _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        if (await Answer(writer, "hello") is null)
            return;
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (await Answer(writer, line) is not { } said)
                return;
            if (said.StartsWith("354", StringComparison.Ordinal))
            {
                List<string> message = [];
                string? text;
                while ((text = await reader.ReadLineAsync(_stop.Token)) is not (null or "."))
                    message.Add(text);
                // Without its end a message has not arrived: the sender died.
                if (text is null)
                    return;
                lock (Arrived)
                    Arrived.Add(string.Join('\n', message));
                if (await Answer(writer, ".") is null)
                    return;
            }
        }
    }

    // What was said; null if the line is cut.
    private async Task<string?> Answer(StreamWriter writer, string line)
    {
        var reply = await _script(line) ?? Honest(line);
        if (reply == HangUp)
            return null;
        if (reply.Length > 0)
            await writer.WriteLineAsync(reply);
        return reply;
    }

    private static string Honest(string line) => line[..Math.Min(4, line.Length)].ToUpper(CultureInfo.InvariantCulture) switch
    {
        "HELL" => "220 scripted.example ESMTP",
        "EHLO" => "250-scripted.example\r\n250 8BITMIME",
        "DATA" => "354 Go on",
        "QUIT" => "221 Bye",
        _ => "250 2.0.0 Fine",
    };
}
