using Microsoft.Extensions.Caching.Memory;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Features.Answering;

/// <summary>A wave's questionnaire never changes once it is open, so it is read and checked once, and not with every page.</summary>
public sealed class FrozenQuestionnaires(IMemoryCache cache)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    public async Task<Questionnaire> Of(Guid wave, Func<Task<string>> load) =>
        (await cache.GetOrCreateAsync((typeof(FrozenQuestionnaires), wave), async entry =>
        {
            entry.SlidingExpiration = Idle;
            return Read(wave, await load());
        }))!;

    public static Questionnaire Read(Guid wave, string json)
    {
        var reading = QuestionnaireFile.Read(json);
        return reading.Questionnaire ?? throw new InvalidDataException($"The questionnaire of wave {wave} is broken: {string.Join(' ', reading.Faults)}");
    }
}
