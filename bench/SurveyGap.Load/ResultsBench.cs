using System.Diagnostics;
using System.Globalization;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Suppression;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Closing;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Load;

/// <summary>The results page of an enormous wave beside that of a small one: both read a release, which is as large for either.</summary>
internal static class ResultsBench
{
    private const int Large = 1_000_000;
    private const int Small = 100;
    private const int Executives = 10;
    private const int Employees = 30;
    private const int Warming = 60;
    private const int Views = 60;

    private static readonly Segment[] Attributes = [new("language", "Sprache"), new("channel", "Kanal")];

    public static async Task<IReadOnlyList<Figure>> Measure()
    {
        await using var large = await Published.Of(Large);
        await using var small = await Published.Of(Small);
        List<double> times = [], beside = [];
        for (var view = 0; view < Warming + Views; view++)
        {
            times.Add(await large.View());
            beside.Add(await small.View());
        }

        return
        [
            new Figure(string.Create(CultureInfo.InvariantCulture, $"results page of {Large:N0} responses"), Median(times), "ms")
            {
                Beside = new Baseline($"the same of {Small}", Median(beside)),
                Aim = Aim.RatioAtMost(1.2),
            },
        ];
    }

    private static double Median(List<double> times) => times.Skip(Warming).Order().ElementAt(Views / 2);

    /// <summary>An installation whose one wave is closed, with a consultant who looks at it.</summary>
    private sealed class Published : IAsyncDisposable
    {
        private readonly Crowd _crowd;
        private readonly Site _site;
        private readonly HttpClient _http;
        private readonly Consultant _consultant;

        private Published(Crowd crowd, Site site, HttpClient http, Consultant consultant) =>
            (_crowd, _site, _http, _consultant) = (crowd, site, http, consultant);

        public static async Task<Published> Of(int responses)
        {
            var crowd = await Crowd.Invite(people: 0, attributes: Attributes);
            // As closing leaves it, past the ballots.
            await crowd.Service<ClosingStore>().Close(
                new ClosingOrder(crowd.Client, crowd.Wave, TimeProvider.System.GetUtcNow()),
                (wave, _) => Task.FromResult(new Outcome([], [], Count(wave, responses), Unreadable: 0)),
                _ => { },
                CancellationToken.None);
            var site = crowd.Site();
            await site.Start();
            var http = Journey.Browser(site.Address);
            return new Published(crowd, site, http, await Consultant.SignIn(crowd, http));
        }

        /// <summary>Milliseconds from asking to the last byte.</summary>
        public async Task<double> View()
        {
            var start = Stopwatch.GetTimestamp();
            var page = await _consultant.Read($"/clients/{_crowd.Client}/waves/{_crowd.Wave}/results");
            var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return page.Contains("<svg", StringComparison.Ordinal) ? took : throw new InvalidOperationException("The page shows no chart.");
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            _site.Dispose();
            await _crowd.DisposeAsync();
        }

        private static WaveCounts Count(ClosingWave wave, int responses)
        {
            var (random, slots) = (new Random(7), SlotMap.Of(wave.Questionnaire));
            var counting = new Counting(wave.Questionnaire, wave.Attributes);
            foreach (var part in Enumerable.Range(0, responses).Chunk(Large / 10))
            {
                foreach (var response in Coarsening.Of([.. part.Select(i => Answered.ByAnybody(slots, AudienceOf(i), random))], wave.Thresholds))
                    counting.Add(response);
            }

            return counting.ToCounts(Enum.GetValues<Audience>().ToDictionary(audience => audience, _ => new Participation(2L * responses)), wave.Thresholds);
        }

        private static Audience AudienceOf(int person) => person switch
        {
            < Executives => Audience.Executive,
            < Executives + Employees => Audience.Employee,
            _ => Audience.Customer,
        };
    }
}
