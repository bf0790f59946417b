using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform;

namespace SurveyGap.Web.CommandLine.Demo;

/// <summary>Says where to go: one address a line, so that each can be clicked.</summary>
internal sealed class DemoGuide(WaveKeyFolder keys, BallotStore ballots, PublicAddress address)
{
    private static readonly DemoWave Running = DemoWave.Both(DateTimeOffset.UnixEpoch)[1];

    public async Task<string> Write(CancellationToken cancellation)
    {
        List<string> lines =
        [
            $"Demo: Alpenblick Versicherung, invented. Sign in as {DemoLoader.Email} with {DemoLoader.Password}:",
            $"  {address.Of("sign-in")}",
            "The report of the wave that is closed:",
            $"  {address.Of($"clients/{DemoId.Client}/waves/{DemoId.Wave(1)}/report")}",
        ];
        foreach (var audience in Enum.GetValues<Audience>())
        {
            if (await LinkOf(audience, cancellation) is { } link)
                lines.AddRange([$"Answer as one of the {AudienceNames.Of(audience)}s:", $"  {link}"]);
        }

        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>The link of somebody who has not answered; null once everybody has, or the wave is closed.</summary>
    private async Task<Uri?> LinkOf(Audience audience, CancellationToken cancellation)
    {
        if (keys.Find(Running.Id) is not { } waveKeys)
            return null;

        foreach (var person in (await DemoFiles.People()).Where(person => person.Audience == audience).Reverse())
        {
            var invitation = DemoId.Invitation(Running.Number, person.Number);
            if (!await ballots.Holds(DemoId.Client, Running.Id, waveKeys.AnswerKey(invitation), cancellation))
                return address.Of($"r/{waveKeys.Link(invitation, InvitationStore.FirstEpoch).Reveal()}");
        }

        return null;
    }
}
