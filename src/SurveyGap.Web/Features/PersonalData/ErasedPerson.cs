using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.PersonalData;

/// <summary>What was deleted of a person, for the letter that confirms it. It is stored nowhere.</summary>
/// <param name="Address">As it was typed.</param>
/// <param name="Names">As they stood in the invitations; empty if there was none.</param>
/// <param name="At">When.</param>
/// <param name="Waves">Where the person was invited.</param>
/// <param name="Mails">How many lines about mails.</param>
/// <param name="Files">How many uploaded files that waited for their confirmation.</param>
public sealed record ErasedPerson(string Address, IReadOnlyList<string> Names, DateTimeOffset At, IReadOnlyList<ErasedInvitation> Waves, int Mails, int Files)
{
    public static ErasedPerson Of(string address, StoredPerson person, DateTimeOffset at) => new(
        address,
        [.. person.Invitations.Select(invitation => invitation.Name).OfType<string>().Distinct(StringComparer.Ordinal)],
        at,
        [.. person.Invitations.Select(invitation => new ErasedInvitation(invitation.Study, invitation.Wave, invitation.State))],
        person.Mails.Count,
        person.Imports.Count);
}

/// <param name="Study">Name of the study.</param>
/// <param name="Wave">Name of the wave.</param>
/// <param name="State">How the wave stood: in an open one the answers were deleted as well.</param>
public sealed record ErasedInvitation(string Study, string Wave, WaveState State);
