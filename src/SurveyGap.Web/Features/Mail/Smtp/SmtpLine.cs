using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SurveyGap.Web.Features.Mail.Smtp;

/// <summary>The line to the server: bytes out, replies in, each within the patience of the settings.</summary>
internal sealed class SmtpLine(Socket socket, TimeSpan patience, TimeProvider clock) : IAsyncDisposable
{
    private const int LongestReply = 64 * 1024;

    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);
    private int _start;
    private int _end;

    public static async Task<SmtpLine> Connect(SmtpSettings settings, TimeProvider clock, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var limit = new CancellationTokenSource(settings.Patience, clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            await socket.ConnectAsync(settings.Host, settings.Port, both.Token);
            return new SmtpLine(socket, settings.Patience, clock);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public Task Secure(SmtpSettings settings, CancellationToken stop) => Patiently(async limit =>
    {
        // What already waits here came unencrypted and may be from somebody else (CVE-2011-0411).
        if (_start < _end)
            throw new SmtpException("The server sent text before TLS was up.");
        var secure = new SslStream(_stream);
        await secure.AuthenticateAsClientAsync(Wanted(settings), limit);
        _stream = secure;
        return true;
    }, stop);

    public async Task<SmtpReply> Ask(string command, CancellationToken stop)
    {
        await Say([command], stop);
        return await Hear(stop);
    }

    /// <summary>Several commands in one breath, each of which is answered.</summary>
    public Task Say(IEnumerable<string> commands, CancellationToken stop) =>
        Send(Encoding.ASCII.GetBytes(string.Concat(commands.Select(command => $"{OneLine(command)}\r\n"))), stop);

    public Task Send(ReadOnlyMemory<byte> bytes, CancellationToken stop) => Patiently(async limit =>
    {
        await Write(bytes, limit);
        return true;
    }, stop);

    public Task<SmtpReply> Hear(CancellationToken stop) => Patiently(ReadReply, stop);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    // An address or a name with a line break in it would be a second command.
    private static string OneLine(string command) =>
        command.Any(letter => letter is < ' ' or > '~') ? throw new ArgumentException("A command is one line of ASCII.", nameof(command)) : command;

    private static SslClientAuthenticationOptions Wanted(SmtpSettings settings)
    {
        var wanted = new SslClientAuthenticationOptions { TargetHost = settings.Host };
        if (settings.Authority is { } authority)
        {
            wanted.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(authority) },
            };
        }

        return wanted;
    }

    private async Task<T> Patiently<T>(Func<CancellationToken, Task<T>> talk, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await talk(both.Token);
        }
        catch (OperationCanceledException silence) when (limit.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new SmtpException(string.Create(CultureInfo.InvariantCulture, $"The server was silent for {patience.TotalSeconds:0} seconds."), silence);
        }
    }

    private async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken limit)
    {
        await _stream.WriteAsync(bytes, limit);
        await _stream.FlushAsync(limit);
    }

    private async Task<SmtpReply> ReadReply(CancellationToken limit)
    {
        List<string> lines = [];
        var length = 0;
        while (true)
        {
            var line = await ReadLine(limit);
            length += line.Length;
            if (line.Length < 3 || length > LongestReply || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                throw new SmtpException("The server's reply is no SMTP.");

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
                return new SmtpReply(code, lines);
        }
    }

    private async Task<string> ReadLine(CancellationToken limit)
    {
        var line = new StringBuilder();
        while (true)
        {
            for (; _start < _end; _start++)
            {
                var letter = _buffer[_start];
                if (letter == '\n')
                {
                    _start++;
                    return line.ToString().TrimEnd('\r');
                }

                // Replies are shown to people: what is no text becomes a question mark.
                line.Append(letter is >= 32 and < 127 or (byte)'\r' ? (char)letter : '?');
            }

            if (line.Length > LongestReply)
                throw new SmtpException("The server's reply is too long.");
            (_start, _end) = (0, await _stream.ReadAsync(_buffer, limit));
            if (_end == 0)
                throw new SmtpException("The server hung up.");
        }
    }
}
