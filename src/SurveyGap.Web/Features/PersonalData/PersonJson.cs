using System.Text.Encodings.Web;
using System.Text.Json;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>What is stored on an address, for a machine to read (GDPR art. 20).</summary>
internal static class PersonJson
{
    // A file and never a part of a page, so umlauts may stay readable.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <param name="neverFound">What cannot be found by design, in sentences.</param>
    public static byte[] Write(string address, string client, DateTimeOffset at, StoredPerson person, IEnumerable<string> neverFound) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        address,
        client,
        at,
        invitations = person.Invitations.Select(invitation => new
        {
            invitation.Study,
            invitation.Wave,
            state = invitation.State.ToString().ToLowerInvariant(),
            invitation.Name,
            invitation.Email,
            invitation.Language,
            audience = AudienceNames.Of(invitation.Audience),
            segments = invitation.SegmentNames.Zip(invitation.Segments).ToDictionary(segment => segment.First, segment => segment.Second),
            invitation.CreatedAt,
            invitation.AddedAfterOpening,
            invitation.Bounced,
            invitation.UnsubscribedAt,
            invitation.RevokedAt,
            invitation.KeptUntil,
        }),
        person.Mails,
        person.Suppressions,
        waitingFiles = person.Imports.Select(import => new { import.File.Study, import.File.Wave, import.File.FileName, import.File.CreatedAt, import.Lines }),
        neverFound,
    }, Options);
}
