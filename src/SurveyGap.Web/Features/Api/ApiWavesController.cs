using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.ApiKeys;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Features.Api;

/// <summary>Waves, and how many people have answered.</summary>
[Route("/api/v1/waves"), Tags("Waves")]
public sealed class ApiWavesController(WaveSummaryStore waves, IStringLocalizer<Texts> texts) : ApiController(texts)
{
    /// <summary>The newest first; to keys that only read results the closed ones.</summary>
    [HttpGet, EndpointName("listWaves"), RequiresScope(ApiScope.Results, ApiScope.People, ApiScope.Waves)]
    public async Task<WaveList> List(Guid? study, CancellationToken cancellation) => new(
    [
        .. from wave in await waves.All(Client, cancellation)
           where Key.Sees(wave) && (study is null || wave.StudyId == study)
           select Wave.Of(wave),
    ]);

    [HttpGet("{wave:guid}"), EndpointName("getWave"), RequiresScope(ApiScope.Results, ApiScope.People, ApiScope.Waves)]
    public async Task<ActionResult<Wave>> Show(Guid wave, CancellationToken cancellation) =>
        await waves.Find(Client, wave, cancellation) is { } found && Key.Sees(found) ? Wave.Of(found) : NotFound();

    [HttpGet("{wave:guid}/participation"), EndpointName("getParticipation"), RequiresScope(ApiScope.Waves)]
    public async Task<ActionResult<Participation>> Participation(Guid wave, CancellationToken cancellation) =>
        await waves.Find(Client, wave, cancellation) is { } found ? Api.Participation.Of(found) : NotFound();
}

public sealed record WaveList(IReadOnlyList<Wave> Waves);

/// <summary>One round of a study.</summary>
public sealed record Wave(
    Guid Id, Guid StudyId, string Study, string Name, WaveState State, DateTimeOffset OpensAt, DateTimeOffset ClosesAt,
    DateTimeOffset? OpeningConfirmedAt, DateTimeOffset? OpenedAt, DateTimeOffset? ClosedAt, string TimeZone)
{
    internal static Wave Of(WaveSummary wave) => new(
        wave.WaveId, wave.StudyId, wave.Study, wave.Name, wave.State, wave.OpensAt, wave.ClosesAt,
        wave.OpeningConfirmedAt, wave.OpenedAt, wave.ClosedAt, wave.TimeZone);
}

/// <summary>Who has answered: by group, in steps of five, as on the screen.</summary>
public sealed record Participation(IReadOnlyList<GroupCount> Groups)
{
    internal static Participation Of(WaveSummary wave) => new(
    [
        .. wave.Groups.Select(group => new GroupCount(
            group.Audience, group.Invited, wave.State == WaveState.Closed ? null : group.Answered, group.Minimum, group.HasOpenLink)),
    ]);
}

/// <param name="Answered">Null once the wave is closed: then the release says more.</param>
public sealed record GroupCount(Audience Audience, long Invited, long? Answered, int Minimum, bool OpenLink);

internal static class Sight
{
    public static bool Sees(this ApiKey key, WaveSummary wave) => key.SeesRunningWaves || wave.State == WaveState.Closed;
}
