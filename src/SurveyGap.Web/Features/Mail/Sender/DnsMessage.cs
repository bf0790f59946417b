using System.Buffers.Binary;
using System.Text;

namespace SurveyGap.Web.Features.Mail.Sender;

/// <summary>A question for the TXT records of a name, and the reply to it (RFC 1035): as much of DNS as this takes.</summary>
internal static class DnsMessage
{
    private const int HeaderLength = 12;
    private const ushort Text = 16;
    private const ushort Internet = 1;
    private const ushort RecursionDesired = 0x0100;
    private const ushort IsReply = 0x8000;
    private const ushort Truncated = 0x0200;
    private const int NoError = 0;
    private const int NoSuchName = 3;

    public static byte[] Question(ushort id, string name)
    {
        List<byte> message = [.. Big(id), .. Big(RecursionDesired), .. Big(1), .. Big(0), .. Big(0), .. Big(0)];
        foreach (var label in name.TrimEnd('.').Split('.'))
            message.AddRange([(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]);
        message.AddRange([0, .. Big(Text), .. Big(Internet)]);
        return [.. message];
    }

    /// <summary>Whether this answers the question, and nobody else's.</summary>
    public static bool Answers(ReadOnlySpan<byte> reply, ReadOnlySpan<byte> question) =>
        reply.Length >= question.Length
        && reply[..2].SequenceEqual(question[..2])
        && (Number(reply, 2) & IsReply) != 0
        && reply[HeaderLength..question.Length].SequenceEqual(question[HeaderLength..]);

    /// <summary>Whether the reply was too long for UDP, and has to be asked for again over TCP.</summary>
    public static bool IsCut(ReadOnlySpan<byte> reply) => (Number(reply, 2) & Truncated) != 0;

    /// <summary>The texts of a reply, empty if the name has none; null if the server could not tell.</summary>
    /// <exception cref="InvalidDataException">The reply is no DNS.</exception>
    public static IReadOnlyList<string>? Texts(ReadOnlySpan<byte> reply, int questionLength)
    {
        var code = Number(reply, 2) & 0xF;
        if (code is not (NoError or NoSuchName))
            return null;

        List<string> texts = [];
        var at = questionLength;
        for (var left = Number(reply, 6); left > 0; left--)
        {
            at = AfterName(reply, at);
            var (type, length) = (Number(reply, at), Number(reply, at + 8));
            at += 10;
            if (type == Text)
                texts.Add(Strings(Part(reply, at, length)));
            at += length;
        }

        return texts;
    }

    // A record longer than 255 bytes comes in pieces that belong together.
    private static string Strings(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        for (var at = 0; at < data.Length; at += data[at] + 1)
            text.Append(Encoding.Latin1.GetString(Part(data, at + 1, data[at])));
        return text.ToString();
    }

    // A name ends with an empty label, or with a pointer to its rest.
    private static int AfterName(ReadOnlySpan<byte> message, int at)
    {
        while (true)
        {
            var length = Part(message, at, 1)[0];
            if (length >= 0xC0)
                return at + 2;
            at += length + 1;
            if (length == 0)
                return at;
        }
    }

    private static ushort Number(ReadOnlySpan<byte> message, int at) => BinaryPrimitives.ReadUInt16BigEndian(Part(message, at, 2));

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> message, int at, int length) => at + length <= message.Length
        ? message.Slice(at, length)
        : throw new InvalidDataException("The name server's reply ends too early.");

    private static byte[] Big(ushort number) => [(byte)(number >> 8), (byte)number];
}
