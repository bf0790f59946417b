using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>A few thousand people with their numbers and links, column by column as one statement takes them.</summary>
internal sealed class Arrivals
{
    public Arrivals(PersonRow[] people, SegmentPlaces places, WaveKeys keys, TimeProvider clock)
    {
        Ids = [.. people.Select(_ => Guid.CreateVersion7(clock.GetUtcNow()))];
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
}
