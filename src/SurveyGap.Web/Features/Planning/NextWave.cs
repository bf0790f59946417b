using Microsoft.Extensions.Localization;
using SurveyGap.Analysis;
using SurveyGap.Web.Features.Invitations;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Audit;

namespace SurveyGap.Web.Features.Planning;

/// <summary>Prepares a wave after the pattern of an earlier one. The questionnaire is the study's, as it will be at the opening.</summary>
public sealed class NextWave(WaveSettingsStore settings, NextWaveStore former, WaveStore waves, InvitationStore invitations, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>The number of the new draft, or of the one that the study has already; null if the client has no such wave.</summary>
    public async Task<Guid?> After(Guid client, Guid wave, bool withPeople, bool withSegments, Actor by, CancellationToken cancellation)
    {
        if (await settings.Find(client, wave, cancellation) is not { } last)
            return null;
        if (await former.Draft(client, wave, cancellation) is { } draft)
            return draft;

        var segments = await former.Segments(client, wave, cancellation);
        // Language is known of everybody in any case; the rest is left out where it is not wanted.
        var kept = segments.Where(segment => withSegments || segment.Key == "language").ToList();
        var next = Plan(last, kept, await former.Names(client, last.StudyId, cancellation));
        var now = clock.GetUtcNow();
        await waves.Plan(client, next, now, cancellation);
        if (!withPeople)
            return next.Wave;

        int[] positions = [.. kept.Select(segment => segments.Index().First(each => each.Item == segment).Index)];
        var people = await former.People(client, wave, cancellation);
        await invitations.Add(client, next.Wave, [.. people.Select(person => Invite(person, positions))], now, by, cancellation);
        return next.Wave;
    }

    private NewWave Plan(WaveSettings last, IReadOnlyList<Segment> segments, IReadOnlyList<string> taken)
    {
        var length = last.Wall(last.ClosesAt).Date - last.Wall(last.OpensAt).Date;
        var (opens, closes) = Proposal.At(clock.GetUtcNow(), last.TimeZone, length);
        return new NewWave
        {
            Wave = Guid.NewGuid(),
            Study = last.StudyId,
            Name = Proposal.Free(texts[$"Season.{Proposal.Season(opens)}", opens.Year], taken),
            OpensAt = ZoneTime.Moment(opens, last.TimeZone),
            ClosesAt = ZoneTime.Moment(closes, last.TimeZone),
            TimeZone = last.TimeZone,
            OnePage = last.OnePage,
            Minimum = last.Minimum,
            ExecutiveMinimum = last.ExecutiveMinimum,
            // An exception is for one wave; the next one needs a reason of its own.
            CustomerMinimum = Math.Max(last.CustomerMinimum, Thresholds.Default.Minimum),
            Segments = segments,
        };
    }

    // Whoever was added late last time had no segments; the language is theirs all the same only if it was noted.
    private static NewInvitation Invite(FormerPerson person, int[] positions) =>
        new(Guid.NewGuid(), person.Name, person.Email, person.Language, person.Audience, [.. positions.Select(position => person.Segments.ElementAtOrDefault(position))]);
}
