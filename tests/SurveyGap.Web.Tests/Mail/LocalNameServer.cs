using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SurveyGap.Web.Tests.Mail;

/// <summary>A name server on loopback that knows the TXT records it is given, and speaks UDP and TCP as RFC 1035 wants it.</summary>
internal sealed class LocalNameServer : IDisposable
{
    private const int LongestOverUdp = 512;

    private readonly Dictionary<string, string[]> _records;
    private readonly UdpClient _udp;
    private readonly TcpListener _tcp;
    private readonly CancellationTokenSource _stop = new();

    public LocalNameServer(Dictionary<string, string[]> records)
    {
        _records = records;
        _tcp = new TcpListener(IPAddress.Loopback, 0);
        _tcp.Start();
        _udp = new UdpClient(Address);
        _ = ServeUdp();
        _ = ServeTcp();
    }

    public IPEndPoint Address => (IPEndPoint)_tcp.LocalEndpoint;

    /// <summary>What it answers with instead of «no error».</summary>
    public byte Code { get; init; }

    /// <summary>Whether it first sends a reply that belongs to another question.</summary>
    public bool IsForged { get; init; }

    public int AskedOverTcp { get; private set; }

    public void Dispose()
    {
        _stop.Cancel();
        _udp.Dispose();
        _tcp.Dispose();
        _stop.Dispose();
    }

    private async Task ServeUdp()
    {
        while (!_stop.IsCancellationRequested)
        {
            var asked = await _udp.ReceiveAsync(_stop.Token);
            var reply = Reply(asked.Buffer);
            if (IsForged)
                await _udp.SendAsync((byte[])[(byte)~reply[0], .. reply[1..12], .. asked.Buffer[12..]], asked.RemoteEndPoint, _stop.Token);
            if (reply.Length > LongestOverUdp)
                reply = [.. reply[..2], (byte)(reply[2] | 0x02), reply[3], .. asked.Buffer[4..6], 0, 0, 0, 0, 0, 0, .. asked.Buffer[12..]];
            await _udp.SendAsync(reply, asked.RemoteEndPoint, _stop.Token);
        }
    }

    private async Task ServeTcp()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _tcp.AcceptTcpClientAsync(_stop.Token);
            AskedOverTcp++;
            var length = new byte[2];
            await client.GetStream().ReadExactlyAsync(length, _stop.Token);
            var question = new byte[(length[0] << 8) + length[1]];
            await client.GetStream().ReadExactlyAsync(question, _stop.Token);
            var reply = Reply(question);
            await client.GetStream().WriteAsync((byte[])[(byte)(reply.Length >> 8), (byte)reply.Length, .. reply], _stop.Token);
        }
    }

    private byte[] Reply(byte[] question)
    {
        var name = Name(question);
        var known = _records.TryGetValue(name, out var texts);
        var code = Code != 0 ? Code : known ? (byte)0 : (byte)3;
        List<byte> reply = [.. question[..2], 0x81, (byte)(0x80 | code), 0, 1, 0, (byte)(texts?.Length ?? 0), 0, 0, 0, 0, .. question[12..]];
        foreach (var text in texts ?? [])
        {
            // The name is a pointer to the question's; a text travels in pieces of at most 255 bytes.
            byte[] data = [.. Encoding.Latin1.GetBytes(text).Chunk(255).SelectMany(piece => (byte[])[(byte)piece.Length, .. piece])];
            reply.AddRange([0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length, .. data]);
        }

        return [.. reply];
    }

    private static string Name(byte[] question)
    {
        List<string> labels = [];
        for (var at = 12; question[at] > 0; at += question[at] + 1)
            labels.Add(Encoding.ASCII.GetString(question, at + 1, question[at]));
        return string.Join('.', labels);
    }
}
