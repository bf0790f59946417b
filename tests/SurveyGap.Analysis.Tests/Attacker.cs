using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Analysis.Tests;

/// <summary>Adds and subtracts everything shown. Knows who belongs to which cell and who answered what; not the ratings.</summary>
internal static class Attacker
{
    /// <summary>What a person counts by: the response itself (null), the key of a question or of a dimension.</summary>
    public static IEnumerable<string?> Subjects(RandomWave wave) =>
        [null, .. wave.Questionnaire.Questions.Select(question => question.Key), .. wave.Questionnaire.Dimensions.Select(dimension => dimension.Key)];

    /// <summary>A group of 1 to k − 1 persons of which something nonzero can be computed from the shown cells of one subject; null if none.</summary>
    public static string? Isolated(RandomWave wave, StudyAnalysis analysis, Audience audience, string? subject, int k)
    {
        // Persons that no shown view tells apart are one column: they are always added together.
        Response[] persons = [.. wave.Stored.Where(response => response.Audience == audience && Counts(wave, response, subject))];
        Response[][] alike = [.. persons.GroupBy(person => string.Join('/', person.Segments)).Select(group => group.ToArray())];
        long[][] views = [.. Views(analysis, audience, subject).Select(view => alike.Select(group => view.Contains(group[0]) ? 1L : 0).ToArray())];
        if (views.Length == 0)
            return null;

        var rank = Exact.Rank(views);
        int[] thin = [.. Enumerable.Range(0, alike.Length).Where(i => alike[i].Length < k)];
        foreach (var set in Sets(thin, alike, k))
        {
            // Something is left on the set alone, if what the views tell of everybody else has a smaller rank.
            if (Exact.Rank([.. views.Select(view => view.Where((_, i) => !set.Contains(i)).ToArray())]) < rank)
                return $"{subject ?? "responses"}: {string.Join(", ", set.Select(i => string.Join('/', alike[i][0].Segments) + " × " + alike[i].Length))}";
        }

        return null;
    }

    /// <summary>Withheld cells whose total rating of a question is a combination of all totals shown, persons' means of dimensions included.</summary>
    public static IEnumerable<string> Revealed(RandomWave wave, StudyAnalysis analysis)
    {
        foreach (var audience in Enum.GetValues<Audience>())
        {
            Response[] persons = [.. wave.Stored.Where(response => response.Audience == audience)];
            var columns = wave.Questionnaire.Questions.Count * persons.Length;
            var known = new Exact(columns);
            foreach (var question in wave.Questionnaire.Questions)
            {
                foreach (var view in Views(analysis, audience, question.Key))
                    known.Add(Total(wave, persons, view, question));
            }

            // Counts are shown as they are, means to a tenth: from ten persons on, that leaves their sum open.
            foreach (var dimension in wave.Questionnaire.Dimensions)
            {
                foreach (var view in Views(analysis, audience, dimension.Key).Where(view => view.Attribute is not null || persons.Length < 10))
                    known.Add(Total(wave, persons, view, dimension));
            }

            foreach (var question in wave.Questionnaire.Questions)
            {
                foreach (var (view, reason) in Withheld(analysis, audience, question.Key))
                {
                    var total = Total(wave, persons, view, question);
                    if (reason is not Results.Withheld.Complementary and not Results.Withheld.Derivable && total.Any(value => value != 0) && known.Spans(total))
                        yield return $"{audience} {question.Key} {view}";
                }
            }
        }
    }

    private static bool Counts(RandomWave wave, Response response, string? subject) =>
        subject is null
        || (wave.Questionnaire.Questions.FirstOrDefault(question => question.Key == subject) is { } question
            ? Rated(wave, response, question)
            : IsScored(wave, response, wave.Questionnaire.Dimensions.Single(dimension => dimension.Key == subject)));

    private static bool Rated(RandomWave wave, Response response, Question question) =>
        response.Answers[SlotMap.Of(wave.Questionnaire).FirstOf(question)] is not (Answer.None or Answer.CannotJudge);

    private static bool IsScored(RandomWave wave, Response response, Dimension dimension)
    {
        Question[] all = [.. wave.Questionnaire.Ratings(dimension)];
        return all.Count(question => Rated(wave, response, question)) >= (all.Length + 1) / 2;
    }

    private static long[] Total(RandomWave wave, Response[] persons, View view, Question question)
    {
        var slot = SlotMap.Of(wave.Questionnaire).FirstOf(question);
        var row = new long[wave.Questionnaire.Questions.Count * persons.Length];
        for (var i = 0; i < persons.Length; i++)
            row[(slot * persons.Length) + i] = view.Contains(persons[i]) && Rated(wave, persons[i], question) ? 1 : 0;
        return row;
    }

    /// <summary>Sum of the persons' means, times 12 so that every mean of up to four ratings is whole.</summary>
    private static long[] Total(RandomWave wave, Response[] persons, View view, Dimension dimension)
    {
        var row = new long[wave.Questionnaire.Questions.Count * persons.Length];
        for (var i = 0; i < persons.Length; i++)
        {
            Question[] rated = [.. wave.Questionnaire.Ratings(dimension).Where(question => Rated(wave, persons[i], question))];
            if (!view.Contains(persons[i]) || !IsScored(wave, persons[i], dimension))
                continue;
            foreach (var question in rated)
                row[(SlotMap.Of(wave.Questionnaire).FirstOf(question) * persons.Length) + i] = 12 / rated.Length;
        }

        return row;
    }

    private static IEnumerable<int[]> Sets(int[] thin, Response[][] alike, int k) => Enumerable.Range(1, (1 << Math.Min(thin.Length, 16)) - 1)
        .Where(set => int.PopCount(set) < k)
        .Select(set => thin.Where((_, i) => (set >> i & 1) == 1).ToArray())
        .Where(set => set.Sum(i => alike[i].Length) < k);

    private static IEnumerable<View> Views(StudyAnalysis analysis, Audience audience, string? subject) =>
        Cells(analysis, audience, subject).Where(cell => cell.Withheld is null).Select(cell => cell.View);

    private static IEnumerable<(View View, Withheld Reason)> Withheld(StudyAnalysis analysis, Audience audience, string subject) =>
        Cells(analysis, audience, subject).Where(cell => cell.Withheld is not null).Select(cell => (cell.View, cell.Withheld!.Value));

    /// <summary>A dimension made of shown questions alone adds nothing to them: it counts as withheld.</summary>
    private static IEnumerable<(View View, Withheld? Withheld)> Cells(StudyAnalysis analysis, Audience audience, string? subject)
    {
        yield return (new View(null, null), subject is null ? analysis.Groups[audience].Responses.Withheld
            : analysis.Questions.FirstOrDefault(question => question.Question.Key == subject) is { } question ? question.Groups[audience].Withheld
            : Persons(analysis.Dimensions.Single(dimension => dimension.Dimension.Key == subject).Groups[audience]));
        foreach (var attribute in analysis.Segments.Where(segment => segment.Audience == audience))
        {
            foreach (var value in attribute.Values)
            {
                yield return (new View(RandomWave.Attributes.ToList().IndexOf(attribute.Attribute), value.Value), subject is null ? value.Responses.Withheld
                    : value.Questions.TryGetValue(subject, out var cell) ? cell.Withheld
                    : Persons(value.Dimensions[subject]));
            }
        }
    }

    private static Withheld? Persons(Cell<Statistics.DimensionFigures> cell) =>
        cell.Value is { FromShownQuestions: true } ? Results.Withheld.Derivable : cell.Withheld;

    private sealed record View(int? Attribute, string? Value)
    {
        public bool Contains(Response response) => Attribute is not { } attribute || response.Segments[attribute] == Value;
    }
}
