using System.Buffers.Binary;
using System.Security.Cryptography;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>A few thousand people with their numbers and links, column by column as one statement takes them.</summary>
internal sealed class Arrivals
{
    public Arrivals(PersonRow[] people, SegmentPlaces places, WaveKeys keys, TimeProvider clock)
    {
        Ids = [.. people.Select(_ => Number(clock.GetUtcNow()))];
        Names = [.. people.Select(person => person.Name)];
        Emails = [.. people.Select(person => person.Email)];
        Languages = [.. people.Select(person => person.Language)];
        Audiences = [.. people.Select(person => (short)person.Audience)];
        Segments = [.. people.Select(person => ArrayLiteral.Of(places.Of(person)))];
        Attributes = places.Count;
        Hashes = [.. Ids.Select(invitation => keys.Link(invitation, InvitationStore.FirstEpoch).Hash)];
    }

    /// <summary>
    /// Each begins with the time, so that neighbours in the file are neighbours in the primary key; 74 bits are random: nobody who
    /// sees one number knows another. The order tells what the rows' own dates tell, and nothing of a ballot, whose place is a
    /// keyed hash of the number.
    /// </summary>
    public Guid[] Ids { get; }

    public string?[] Names { get; }

    public string[] Emails { get; }

    public string[] Languages { get; }

    public short[] Audiences { get; }

    public string[] Segments { get; }

    /// <summary>How many attributes the wave has.</summary>
    public int Attributes { get; }

    public byte[][] Hashes { get; }

    // RFC 9562, version 7: 48 bits of milliseconds; the rest is random, but for version and variant.
    private static Guid Number(DateTimeOffset at)
    {
        Span<byte> number = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(number, at.ToUnixTimeMilliseconds() << 16);
        RandomNumberGenerator.Fill(number[6..]);
        number[6] = (byte)((number[6] & 0x0F) | 0x70);
        number[8] = (byte)((number[8] & 0x3F) | 0x80);
        return new Guid(number, bigEndian: true);
    }
}
