using System.Text.RegularExpressions;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Web.Features.Mail.Words;

/// <summary>
/// The first question in a customer's mail, with a link for each rating. The rating stands in the link's fragment, which no
/// browser sends: no server, proxy or log sees it. The form's script selects it, and it counts when the person sends the page.
/// </summary>
internal static partial class FirstAnswer
{
    // From excellent to terrible, as the text of templates/emails/first-answer names them.
    private static readonly string[] Ratings = ["terrible", "poor", "average", "good", "excellent"];

    /// <summary>What the text may name beyond the placeholders of its kind.</summary>
    public static IReadOnlyList<string> Placeholders { get; } = ["question", .. Ratings];

    /// <summary>The rating that customers are asked for first; null if there is none.</summary>
    public static Question? QuestionOf(Questionnaire questionnaire) => FormPages.Of(questionnaire, Audience.Customer)
        .Take(1).SelectMany(page => page.Questions).FirstOrDefault(question => question.Scale is Scale.Quality5);

    /// <summary>The mail's text with the question before its button, or at its end where no paragraph is a button.</summary>
    public static string Into(string markdown, string question)
    {
        var button = Button().Match(markdown);
        return button.Success ? markdown.Insert(button.Index, $"{question.Trim()}\n\n") : $"{markdown.TrimEnd()}\n\n{question}";
    }

    /// <summary>The values for <see cref="Placeholders"/>.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Values(Question question, string language, Uri link) =>
    [
        new("question", question.Text[Audience.Customer].In(language).Replace("\u00AD", "", StringComparison.Ordinal)),
        .. Ratings.Select((rating, i) => KeyValuePair.Create(rating, $"{link.AbsoluteUri}#answer={question.Key}.{i + 1}")),
    ];

    [GeneratedRegex(@"^\[[^\]\n]*\]\(\{\{\s*link\s*\}\}\)[ \t]*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Button();
}
