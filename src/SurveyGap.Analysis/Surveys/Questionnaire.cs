namespace SurveyGap.Analysis.Surveys;

/// <summary>
/// The content of a study: what is asked, of whom, in which words. A wave freezes the questionnaire that it opens with.
/// Texts are keyed by language («de», «en» …); a question that has no wording for an audience is not asked of it.
/// </summary>
public sealed record Questionnaire
{
    /// <summary>Stable name of the template that this questionnaire came from, such as «service-mirror».</summary>
    public required string Key { get; init; }

    /// <summary>Name by language, as on the screen and in the report.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>The languages that every text has, the main one first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The dimensions in the order of the pages.</summary>
    public required IReadOnlyList<Dimension> Dimensions { get; init; }

    /// <summary>All questions in the order in which their answers are stored: the order decides the slots.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Key of the rating of overall quality that predictions and derived importance refer to; null if there is none.</summary>
    public string? Overall { get; init; }

    /// <summary>The questions of one scale, in order.</summary>
    public IEnumerable<Question> OfScale(Scale scale) => Questions.Where(question => question.Scale == scale);

    /// <summary>The ratings of one dimension, in order; the dimension's figures are made of these.</summary>
    public IEnumerable<Question> Ratings(Dimension dimension) =>
        OfScale(Scale.Quality5).Where(question => question.Dimension == dimension.Key);
}

/// <summary>Questions that belong together: one page of the form, one line of the chain.</summary>
public sealed record Dimension
{
    /// <summary>Stable key, unique in the questionnaire.</summary>
    public required string Key { get; init; }

    /// <summary>Name by language.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>The invitation to comment, by audience and language; null if no comment is asked for here.</summary>
    public IReadOnlyDictionary<Audience, IReadOnlyDictionary<string, string>>? Comment { get; init; }
}

/// <summary>One question with one meaning, in up to three wordings.</summary>
public sealed record Question
{
    /// <summary>Stable key, unique in the questionnaire; identical keys are compared between audiences and between waves.</summary>
    public required string Key { get; init; }

    /// <summary>Key of the dimension; null for questions outside of them (recommendation, importance, estimate).</summary>
    public string? Dimension { get; init; }

    /// <summary>How it is answered.</summary>
    public required Scale Scale { get; init; }

    /// <summary>The neutral short name by language that charts and tables use, such as «Lösung beim ersten Kontakt».</summary>
    public required IReadOnlyDictionary<string, string> Label { get; init; }

    /// <summary>The wordings by audience and language. An audience without an entry is not asked.</summary>
    public required IReadOnlyDictionary<Audience, IReadOnlyDictionary<string, string>> Text { get; init; }

    /// <summary>For <see cref="Scale.Pick3"/>: keys of the dimensions to choose from, in slot order; otherwise empty.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}

/// <summary>How a question is answered. Every scale also has «cannot judge».</summary>
public enum Scale
{
    /// <summary>From excellent (5) to terrible (1).</summary>
    Quality5,

    /// <summary>Likelihood of a recommendation, 0 to 10. Customers answer for themselves; executives and employees predict.</summary>
    Recommend11,

    /// <summary>How many of 100: 0 to 100.</summary>
    Percent,

    /// <summary>Up to three of the options.</summary>
    Pick3,
}
