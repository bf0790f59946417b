using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Platform.Security;

namespace SurveyGap.Web.Features.Handover;

/// <summary>Writes the files of a study: every version of its questionnaire, in the format that the editor reads, and its waves.</summary>
public sealed class StudyHandover(HandoverStore store, QuestionnaireStore questionnaires, WaveHandover waves)
{
    private const int VersionsAtOnce = 20;

    public async Task Write(CurrentClient client, StudyDetails study, string folder, HandoverZip zip, CancellationToken cancellation)
    {
        await zip.AddJson($"{folder}/study.json", study);
        await Versions(client.Id, study.StudyId, folder, zip, cancellation);
        var number = 0;
        foreach (var wave in await store.Waves(client.Id, study.StudyId, cancellation))
            await waves.Write(client, study, wave, $"{folder}/waves/{++number:00}", zip, cancellation);
    }

    private async Task Versions(Guid client, Guid study, string folder, HandoverZip zip, CancellationToken cancellation)
    {
        // Every save is a version: there can be hundreds.
        for (var next = int.MaxValue; next > 0;)
        {
            var versions = await questionnaires.Versions(client, study, next, VersionsAtOnce, cancellation);
            foreach (var version in versions)
                await zip.Add($"{folder}/questionnaire/version {version.Version:000}.json", QuestionnaireFile.Write(version.Questionnaire));
            next = versions.Count < VersionsAtOnce ? 0 : versions[^1].Version - 1;
        }
    }
}
