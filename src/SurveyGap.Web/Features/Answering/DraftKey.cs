using System.Security.Cryptography;
using System.Text;

namespace SurveyGap.Web.Features.Answering;

/// <summary>
/// The key of one person's drafts on one device: a random value that only this device's cookie holds.
/// The database sees its hash, and the draft sealed by what is derived from it, so a link alone shows no answers.
/// </summary>
public sealed class DraftKey(byte[] device, Guid wave)
{
    /// <summary>Where the draft lies.</summary>
    public byte[] Place { get; } = Derive(device, wave, "draft place"u8);

    // Most who come have no draft yet.
    private byte[] SealKey => field ??= Derive(device, wave, "draft seal"u8);

    public byte[] Close(Draft draft)
    {
        using var bytes = new MemoryStream(BallotFormat.Smallest);
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(draft.PagesSent);
            writer.Write(draft.PagesAsked);
            BallotFormat.WriteAnswers(writer, draft.Answers, draft.Comments);
        }

        return Seal.Close(SealKey, BallotFormat.Padded(bytes), Place);
    }

    /// <summary>The draft, or null if it was sealed by another device.</summary>
    public Draft? Open(byte[] closed)
    {
        if (Seal.Open(SealKey, closed, Place) is not { } bytes)
            return null;

        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        var (sent, asked) = (reader.ReadInt64(), reader.ReadInt64());
        var (answers, comments) = BallotFormat.ReadAnswers(reader);
        return new Draft(answers, comments, sent, asked);
    }

    private static byte[] Derive(byte[] device, Guid wave, ReadOnlySpan<byte> use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, device, 32, wave.ToByteArray(bigEndian: true), use.ToArray());
}
