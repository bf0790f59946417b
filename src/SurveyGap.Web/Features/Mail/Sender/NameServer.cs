using System.Buffers.Binary;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SurveyGap.Web.Features.Mail.Sender;

/// <summary>Asks a name server for TXT records, which .NET has no call for.</summary>
public sealed class NameServer(MailSettings settings)
{
    private const int DnsPort = 53;
    private const int Attempts = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The TXT records of a name, empty if it has none; null if no server could tell.</summary>
    public async Task<IReadOnlyList<string>?> Texts(string name, CancellationToken cancellation)
    {
        if ((settings.NameServer ?? OfTheMachine()) is not { } server)
            return null;
        var question = DnsMessage.Question((ushort)RandomNumberGenerator.GetInt32(ushort.MaxValue + 1), name);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Patience);
            try
            {
                var reply = await OverUdp(server, question, limit.Token);
                if (DnsMessage.IsCut(reply))
                    reply = await OverTcp(server, question, limit.Token);
                return DnsMessage.Texts(reply, question.Length);
            }
            catch (Exception failure) when (failure is SocketException or IOException or InvalidDataException
                || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                // UDP loses packets: once more. That nobody answers is an answer too.
            }
        }

        return null;
    }

    private static async Task<byte[]> OverUdp(IPEndPoint server, byte[] question, CancellationToken stop)
    {
        using var socket = new UdpClient(server.AddressFamily);
        socket.Connect(server);
        await socket.SendAsync(question, stop);
        while (true)
        {
            // What does not repeat the question with its number comes from somebody who guesses.
            var reply = (await socket.ReceiveAsync(stop)).Buffer;
            if (DnsMessage.Answers(reply, question))
                return reply;
        }
    }

    private static async Task<byte[]> OverTcp(IPEndPoint server, byte[] question, CancellationToken stop)
    {
        using var client = new TcpClient(server.AddressFamily);
        await client.ConnectAsync(server, stop);
        var stream = client.GetStream();
        await stream.WriteAsync((byte[])[(byte)(question.Length >> 8), (byte)question.Length, .. question], stop);
        var length = new byte[2];
        await stream.ReadExactlyAsync(length, stop);
        var reply = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(reply, stop);
        return DnsMessage.Answers(reply, question) ? reply : throw new InvalidDataException("The name server answered another question.");
    }

    private static IPEndPoint? OfTheMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.OperationalStatus == OperationalStatus.Up)
        .SelectMany(network => network.GetIPProperties().DnsAddresses)
        .Select(address => new IPEndPoint(address, DnsPort))
        .FirstOrDefault();
}
