using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What lies in the ballot box of an open wave: where it lies tells nothing, and what it is nobody can read.</summary>
/// <param name="AnswerKey">The place; one person has one.</param>
/// <param name="Sealed">The sealed ballot.</param>
public sealed record SealedBallot(byte[] AnswerKey, byte[] Sealed)
{
    public static SealedBallot Of(Ballot ballot, Guid wave, WaveKeys keys, byte[] answerKey) =>
        new(answerKey, Seal.Close(keys.Seal, BallotFormat.Write(ballot), Label(wave, answerKey)));

    /// <summary>The ballot, or null if it was not sealed for this place in this wave.</summary>
    public Ballot? Open(Guid wave, WaveKeys keys) =>
        Seal.Open(keys.Seal, Sealed, Label(wave, AnswerKey)) is { } bytes ? BallotFormat.Read(bytes) : null;

    private static byte[] Label(Guid wave, byte[] answerKey) => [.. wave.ToByteArray(bigEndian: true), .. answerKey];
}
