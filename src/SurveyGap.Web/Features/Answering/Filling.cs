using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What comes of showing or sending one page: no side effects, so the same page may be taken twice.</summary>
public sealed class Filling
{
    private const string ToNext = "next";
    private const string ToBack = "back";

    private readonly Visit _visit;
    private readonly IReadOnlyList<FormPage> _pages;
    private readonly FormPage _page;

    private Filling(Visit visit, IReadOnlyList<FormPage> pages, FormPage page, Draft? draft)
    {
        (_visit, _pages, _page) = (visit, pages, page);
        Draft = draft ?? Draft.Empty(visit.Survey.Questionnaire);
        Sheet = new AnswerSheet(SlotMap.Of(visit.Survey.Questionnaire), Draft.Answers, Draft.Comments);
    }

    public AnswerSheet Sheet { get; }

    /// <summary>What is to be kept on the way.</summary>
    public Draft Draft { get; private set; }

    /// <summary>The page to go to; null to stay on this one.</summary>
    public int? Next { get; private set; }

    /// <summary>Every page was sent: nothing more is asked.</summary>
    public bool IsComplete { get; private set; }

    private bool Pointed { get; set; }

    private IReadOnlyList<Fault> Faults { get; set; } = [];

    /// <summary>A page as it was left; null if the form has no such page.</summary>
    public static Filling? Show(Visit visit, int page, Draft? draft)
    {
        var pages = visit.Survey.PagesFor(visit.Respondent.Audience);
        return page >= 1 && page <= pages.Count ? new Filling(visit, pages, pages[page - 1], draft) : null;
    }

    /// <summary>A page as it was sent; null if the form has no such page.</summary>
    /// <param name="to">«next», «back», or a language to go on in.</param>
    public static Filling? Take(Visit visit, int page, Draft? draft, IFormCollection form, string? to)
    {
        var filling = Show(visit, page, draft);
        filling?.Take(form, to ?? ToNext);
        return filling;
    }

    public PageView View(string language) =>
        new(_visit.Survey, _visit.Respondent, language, _page, _pages, Sheet, _visit.Device.Binding, Pointed, Faults);

    private void Take(IFormCollection form, string to)
    {
        var faults = Sheet.Fill(_page, form);
        Draft = Draft with { Answers = Sheet.Answers, Comments = Sheet.Comments };
        if (to != ToNext)
            Next = to == ToBack ? Math.Max(1, _page.Number - 1) : _page.Number;
        else if (faults.Count > 0)
            Faults = faults;
        else if (_page.Questions.Any(Sheet.IsOpen) && !Draft.WasAsked(_page))
            (Pointed, Draft) = (true, Draft.WithAsked(_page));
        else
            Pass();
    }

    private void Pass()
    {
        Draft = Draft.WithSent(_page);
        var missing = Draft.FirstUnsent(_pages);
        IsComplete = _page.Number == _pages.Count && missing is null;
        // The last page may be sent first, from an old tab or bookmark: then the others are asked before anything counts.
        Next = IsComplete ? null : _page.Number < _pages.Count ? _page.Number + 1 : missing;
    }
}
