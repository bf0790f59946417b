using System.Collections.ObjectModel;
using System.Numerics;
using System.Text;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>A ballot as bytes. Lengths betray: the bytes are filled up to <see cref="Smallest"/>, or to twice as much, and so on.</summary>
public static class BallotFormat
{
    /// <summary>
    /// Holds all answers and about a page of comments, so that nearly all ballots are of one size, and who wrote much is one of few sizes.
    /// It costs the room of eight ballots without a comment: 4 GB for a million people, until the wave closes. Sealed and with its
    /// key, two of them fill a page of PostgreSQL.
    /// </summary>
    public const int Smallest = 3840;

    private const byte Version = 1;

    public static byte[] Write(Ballot ballot)
    {
        using var bytes = new MemoryStream(Smallest);
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write((byte)ballot.Audience);
            writer.Write(ballot.ThroughOpenLink);
            WriteSegments(writer, ballot.Segments);
            WriteAnswers(writer, ballot.Answers, ballot.Comments);
        }

        return Padded(bytes);
    }

    /// <exception cref="InvalidDataException">The bytes are no ballot that this program wrote.</exception>
    public static Ballot Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        if (reader.ReadByte() != Version)
            throw new InvalidDataException("A ballot in an unknown format.");

        var audience = (Audience)reader.ReadByte();
        var throughOpenLink = reader.ReadBoolean();
        var segments = ReadSegments(reader);
        var (answers, comments) = ReadAnswers(reader);
        return new Ballot(audience, throughOpenLink, segments, answers, comments);
    }

    internal static byte[] Padded(MemoryStream bytes)
    {
        var step = (bytes.Length + Smallest - 1) / Smallest;
        bytes.SetLength(Smallest * (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(step, 1)));
        return bytes.ToArray();
    }

    internal static void WriteAnswers(BinaryWriter writer, byte[] answers, IReadOnlyDictionary<string, string> comments)
    {
        writer.Write7BitEncodedInt(answers.Length);
        writer.Write(answers);
        writer.Write7BitEncodedInt(comments.Count);
        foreach (var (question, text) in comments)
        {
            writer.Write(question);
            writer.Write(text);
        }
    }

    internal static (byte[] Answers, IReadOnlyDictionary<string, string> Comments) ReadAnswers(BinaryReader reader)
    {
        var answers = reader.ReadBytes(reader.Read7BitEncodedInt());
        var left = reader.Read7BitEncodedInt();
        if (left == 0)
            return (answers, ReadOnlyDictionary<string, string>.Empty);

        Dictionary<string, string> comments = [];
        for (; left > 0; left--)
            comments.Add(reader.ReadString(), reader.ReadString());
        return (answers, comments);
    }

    private static void WriteSegments(BinaryWriter writer, IReadOnlyList<string?> segments)
    {
        writer.Write7BitEncodedInt(segments.Count);
        foreach (var value in segments)
        {
            writer.Write(value is not null);
            if (value is not null)
                writer.Write(value);
        }
    }

    private static List<string?> ReadSegments(BinaryReader reader)
    {
        List<string?> segments = [];
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            segments.Add(reader.ReadBoolean() ? reader.ReadString() : null);
        return segments;
    }
}
