using System.Security.Cryptography;
using System.Text;
using SurveyGap.Analysis.Norms;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports.Languages;

namespace SurveyGap.Web.Features.Results.Benchmarks;

/// <summary>
/// Makes the norms of all clients that take part from what their own pages show, by the rule of <see cref="NormBasis"/>:
/// a year's medians over at least five others, renewed only when at least three differ.
/// </summary>
public sealed class NormRenewal(NormStore store, TimeProvider clock)
{
    public async Task Renew(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var clients = await store.Clients(cancellation);
        List<(string Template, Contribution Wave)> contributions = [];
        foreach (var client in clients)
        {
            foreach (var wave in await store.Waves(client, now.AddYears(-1), cancellation))
                contributions.AddRange(Shown(client, wave).Select(shown => (wave.Questionnaire.Key, shown)));
        }

        foreach (var client in clients)
            await Renew(client, contributions, DateOnly.FromDateTime(now.UtcDateTime), cancellation);
    }

    private async Task Renew(Guid viewer, List<(string Template, Contribution Wave)> contributions, DateOnly today, CancellationToken cancellation)
    {
        var kept = await store.Bases(viewer, cancellation);
        foreach (var template in contributions.Select(contribution => contribution.Template).Concat(kept.Select(known => known.Key)).Distinct().ToList())
        {
            var waves = contributions.Where(contribution => contribution.Template == template).Select(contribution => contribution.Wave).ToList();
            var dimensions = waves.Select(wave => wave.Dimension).Concat(kept[template].Select(basis => basis.Dimension)).Distinct();
            foreach (var dimension in dimensions.ToList())
            {
                var before = kept[template].FirstOrDefault(basis => basis.Dimension == dimension);
                var fresh = NormBasis.Of(dimension, waves, Pseudonym(viewer), today);
                // Until something was shown there is nothing that a new one could give away.
                var basis = before?.Norm is null ? fresh : before.RenewedBy(fresh);
                if (basis != before)
                    await store.Keep(viewer, template, basis);
            }
        }
    }

    // As rounded as the client's own page shows it, so that nothing finer ever leaves the client.
    private static IEnumerable<Contribution> Shown(Guid client, ReleasedWave wave)
    {
        // An exception that lets fewer customers through is for the client's own report.
        if (wave.Counts[Audience.Customer].Responses < wave.Counts.Thresholds.FullMinimumOf(Audience.Customer))
            return [];
        var comparable = wave.Questionnaire.Comparable();
        return
            from dimension in StudyAnalysis.Of(wave.Counts, wave.Questionnaire).Dimensions
            where comparable.Contains(dimension.Dimension.Key)
                && dimension.Groups[Audience.Customer].Value?.Mean is not null && dimension.Gaps[Pair.Mirror].IsShown
            select new Contribution(
                Pseudonym(client),
                dimension.Dimension.Key,
                wave.Closed,
                new Standing(Format.Round(dimension.Groups[Audience.Customer].Value!.Mean!.Value), Format.Round(dimension.Gaps[Pair.Mirror].Value!.Points)));
    }

    // What is kept at one client must not name another.
    private static string Pseudonym(Guid client) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"norm {client:N}")))[..32];
}
