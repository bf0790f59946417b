using System.Text;
using Dapper;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Norms;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports;
using SurveyGap.Web.Features.Results.Benchmarks;
using SurveyGap.Web.Features.Studies;
using SurveyGap.Web.Features.Waves;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.Features.Results;

/// <summary>Reads releases of closed waves, never answers.</summary>
public sealed class ReleaseStore(ClientScope scope, CompanyFigureStore company, NormStore norms)
{
    // The wave itself last; before it, the closed waves of the same study that the trend starts from.
    private const string FindSql = """
        select w.wave_id, w.name, s.name as study, w.opened_at, w.closed_at, w.time_zone, w.questionnaire::text as questionnaire,
               r.release_id, r.created_at as released_at, r.counts::text as counts
        from wave w
        join wave this on this.client_id = w.client_id and this.study_id = w.study_id and this.closed_at >= w.closed_at
        join study s on s.client_id = w.client_id and s.study_id = w.study_id
        join lateral (
            select release_id, created_at, counts
            from release
            where client_id = w.client_id and wave_id = w.wave_id
            order by version desc
            limit 1) r on true
        where w.client_id = @client and this.wave_id = @wave
        order by w.closed_at, w.wave_id = @wave
        """;

    private const string CommentsSql = """
        select audience, question_key, text
        from comment
        where client_id = @client and wave_id = @wave
        order by ordinal
        """;

    private const string LogoSql = "select logo from client where client_id = @client";

    /// <summary>A closed wave with its results; null if the client has no such wave, or it is not closed.</summary>
    public async Task<PublishedWave?> Find(Guid client, Guid wave, CancellationToken cancellation)
    {
        if (await Released(client, wave, cancellation) is not { } found)
            return null;
        var before = (await company.Before(client, wave, cancellation)).ToDictionary(row => row.Figure, row => (double)row.Value, StringComparer.Ordinal);
        var figures = (await company.OfWave(client, wave, cancellation)).ToDictionary(row => row.Figure, row => (double)row.Value, StringComparer.Ordinal);
        var bases = await norms.Bases(client, cancellation);
        return found with
        {
            Company =
            [
                .. from figure in CompanyFigures.All
                   where figures.ContainsKey(figure.Name)
                   select (figure.Name, figures[figure.Name], before.TryGetValue(figure.Name, out var earlier) ? earlier : (double?)null),
            ],
            Norms = Comparable(found.Analysis.Questionnaire, [.. bases[found.Analysis.Questionnaire.Key].Select(basis => basis.Norm).OfType<Norm>()]),
        };
    }

    private static List<Norm> Comparable(Questionnaire asked, List<Norm> norms)
    {
        // Where there are none, no template has to be read.
        if (norms.Count == 0)
            return norms;
        var comparable = asked.Comparable();
        return norms.FindAll(norm => comparable.Contains(norm.Dimension));
    }

    private Task<PublishedWave?> Released(Guid client, Guid wave, CancellationToken cancellation) => scope.Run(client, async db =>
    {
        var releases = (await db.QueryAsync<ReleaseRow>(FindSql, new { client, wave })).ToList();
        if (releases is not [.. var earlier, var release] || release.WaveId != wave)
            return null;

        var questionnaire = release.ReadQuestionnaire();
        var analysis = StudyAnalysis.Of(release.ReadCounts(), questionnaire, earlier.ConvertAll(row => row.AsEarlier()));
        var comments = await db.QueryAsync<CommentRow>(CommentsSql, new { client, wave });
        return new PublishedWave
        {
            WaveId = wave,
            Name = release.Name,
            Study = release.Study,
            FirstDay = release.DayOf(release.OpenedAt),
            LastDay = release.DayOf(release.ClosedAt),
            ReleaseId = release.ReleaseId,
            ReleasedAt = release.ReleasedAt,
            Analysis = analysis,
            Logo = await db.QuerySingleOrDefaultAsync<byte[]?>(LogoSql, new { client }),
            Comments = [.. comments.Where(row => analysis.Groups[row.Audience].CommentsShown).Select(row => row.In(questionnaire))],
            Company = [],
            Norms = [],
        };
    }, cancellation);

    private const string NewestSql = """
        select w.wave_id
        from wave w
        where w.client_id = @client and w.closed_at is not null
          and exists (select from release r where r.client_id = w.client_id and r.wave_id = w.wave_id)
        order by w.closed_at desc
        limit 1
        """;

    /// <summary>The wave whose results are the newest; null before the first.</summary>
    public Task<Guid?> Newest(Guid client, CancellationToken cancellation) =>
        scope.Run(client, db => db.ExecuteScalarAsync<Guid?>(NewestSql, new { client }), cancellation);

    private sealed record ReleaseRow
    {
        public required Guid WaveId { get; init; }

        public required string Name { get; init; }

        public required string Study { get; init; }

        public required DateTimeOffset OpenedAt { get; init; }

        public required DateTimeOffset ClosedAt { get; init; }

        public required string TimeZone { get; init; }

        public required string Questionnaire { get; init; }

        public required Guid ReleaseId { get; init; }

        public required DateTimeOffset ReleasedAt { get; init; }

        public required string Counts { get; init; }

        public Questionnaire ReadQuestionnaire() => QuestionnaireFile.Read(Questionnaire).Questionnaire
            ?? throw new InvalidDataException($"The questionnaire of wave {WaveId} is broken.");

        public WaveCounts ReadCounts() => CountsJson.Read(Encoding.UTF8.GetBytes(Counts));

        public EarlierWave AsEarlier() => new(Name, ReadQuestionnaire(), ReadCounts());

        public DateOnly DayOf(DateTimeOffset moment) =>
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);
    }

    private sealed record CommentRow
    {
        public required Audience Audience { get; init; }

        public required string QuestionKey { get; init; }

        public required string Text { get; init; }

        // A comment belongs to a dimension, or to a question of one.
        public Comment In(Questionnaire questionnaire) =>
            new(Audience, questionnaire.Questions.FirstOrDefault(question => question.Key == QuestionKey) is { } question ? question.Dimension : QuestionKey, Text);
    }
}
