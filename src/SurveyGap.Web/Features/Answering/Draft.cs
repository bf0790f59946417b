using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>A questionnaire half filled in.</summary>
/// <param name="PagesSent">One bit for each page that was left with «next».</param>
/// <param name="PagesAsked">One bit for each page whose open questions were pointed out: that happens once.</param>
public sealed record Draft(byte[] Answers, IReadOnlyDictionary<string, string> Comments, long PagesSent, long PagesAsked)
{
    public static Draft Empty(Questionnaire questionnaire) =>
        new(new byte[SlotMap.Of(questionnaire).Count], new Dictionary<string, string>(), 0, 0);

    public bool WasAsked(FormPage page) => (PagesAsked & Bit(page)) != 0;

    public Draft WithAsked(FormPage page) => this with { PagesAsked = PagesAsked | Bit(page) };

    public Draft WithSent(FormPage page) => this with { PagesSent = PagesSent | Bit(page) };

    /// <summary>Where to go on; null if every page was sent.</summary>
    public int? FirstUnsent(IReadOnlyList<FormPage> pages) => pages.FirstOrDefault(page => (PagesSent & Bit(page)) == 0)?.Number;

    private static long Bit(FormPage page) => 1L << page.Number;
}
