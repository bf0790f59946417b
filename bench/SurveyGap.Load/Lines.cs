using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SurveyGap.Load;

/// <summary>
/// The players' lines to the application, kept open between people. What the players cost, the application on the same processors
/// lacks, so they do what costs least: a thread for each that waits, ready bytes, and of a reply no more than where it ends.
/// </summary>
internal sealed class Lines(Uri address) : IDisposable
{
    private readonly ConcurrentBag<Line> _free = [];

    public Line Take() => _free.TryTake(out var line) ? line : new Line(address, _free.Add);

    /// <summary>Whether there is such a page.</summary>
    public bool Show(string path)
    {
        using var line = Take();
        return line.Get(path).Status == 200;
    }

    public void Dispose()
    {
        while (_free.TryTake(out var line))
            line.Close();
    }
}

/// <summary>One line, for as long as somebody has taken it. What a reply shows is gone with the next one.</summary>
internal sealed class Line : IDisposable
{
    private const int PatienceInMilliseconds = 30_000;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = PatienceInMilliseconds };
    private readonly string _host;
    private readonly Action<Line> _giveBack;
    private byte[] _buffer = new byte[128 * 1024];
    private bool _isWhole = true;

    public Line(Uri address, Action<Line> giveBack)
    {
        (_host, _giveBack) = (address.Authority, giveBack);
        _socket.Connect(IPAddress.Parse(address.Host), address.Port);
    }

    public Reply Get(string path, string? cookie = null) => Send($"GET {path} HTTP/1.1\r\nHost: {_host}\r\n{Cookie(cookie)}\r\n");

    /// <summary>Sends a form, encoded as a browser does it.</summary>
    public Reply Post(string path, string cookie, string form) => Send(
        $"POST {path} HTTP/1.1\r\nHost: {_host}\r\n{Cookie(cookie)}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}");

    private static string Cookie(string? cookie) => cookie is null ? "" : $"Cookie: {cookie}\r\n";

    private Reply Send(string request)
    {
        // Whoever takes a line whose last reply was cut would read the rest of it.
        _isWhole = false;
        var length = Encoding.ASCII.GetBytes(request, _buffer);
        for (var sent = 0; sent < length;)
            sent += _socket.Send(_buffer.AsSpan(sent, length - sent));
        var reply = Receive();
        _isWhole = true;
        return reply;
    }

    private Reply Receive()
    {
        var (filled, body) = (0, -1);
        while (true)
        {
            if (filled == _buffer.Length)
                Array.Resize(ref _buffer, 2 * filled);
            var read = _socket.Receive(_buffer.AsSpan(filled));
            if (read == 0)
                throw new IOException("The line was cut.");
            filled += read;
            var so = _buffer.AsSpan(0, filled);
            if (body < 0 && so.IndexOf("\r\n\r\n"u8) is >= 0 and var end)
                body = end + 4;
            if (body >= 0 && new Reply(so, body) is { IsComplete: true } reply)
                return reply;
        }
    }

    /// <summary>Back to the others, unless a reply of it is still on its way.</summary>
    public void Dispose()
    {
        if (_isWhole)
            _giveBack(this);
        else
            Close();
    }

    public void Close() => _socket.Dispose();
}

/// <summary>A reply as it came, header and body in one.</summary>
internal readonly ref struct Reply(ReadOnlySpan<byte> whole, int body)
{
    private readonly ReadOnlySpan<byte> _head = whole[..body];

    public int Status => int.Parse(_head["HTTP/1.1 ".Length..][..3], CultureInfo.InvariantCulture);

    /// <summary>What came in pieces still has the length of each piece in it.</summary>
    public ReadOnlySpan<byte> Body { get; } = whole[body..];

    public bool IsComplete => Header("\r\nContent-Length: "u8) is { Length: > 0 } length
        ? Body.Length >= int.Parse(length, CultureInfo.InvariantCulture)
        : Body.EndsWith("\r\n0\r\n\r\n"u8);

    public string Location => Encoding.ASCII.GetString(Header("\r\nLocation: "u8));

    /// <summary>The first cookie that is set, without its attributes.</summary>
    public string Cookie => Encoding.ASCII.GetString(UpTo(Header("\r\nSet-Cookie: "u8), (byte)';'));

    private ReadOnlySpan<byte> Header(ReadOnlySpan<byte> name) =>
        _head.IndexOf(name) is >= 0 and var at ? UpTo(_head[(at + name.Length)..], (byte)'\r') : default;

    private static ReadOnlySpan<byte> UpTo(ReadOnlySpan<byte> text, byte end) =>
        text.IndexOf(end) is >= 0 and var at ? text[..at] : text;
}
