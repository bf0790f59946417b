using System.Security.Cryptography;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Waves;

namespace SurveyGap.Web.Tests.Answering;

public sealed class FillingTests
{
    private static readonly Survey Survey = Mirror.Survey();
    private static readonly IReadOnlyList<FormPage> Pages = Survey.PagesFor(Audience.Customer);
    private static readonly Visit Visit = new(
        Survey,
        new Respondent(Guid.NewGuid(), Audience.Customer, "de", ["de", "CH"]),
        Device.New(LinkKind.Personal, "token", Guid.NewGuid(), Guid.NewGuid()),
        VisitState.Open,
        Draft: null,
        WaveKeys.Of(Survey.Wave, RandomNumberGenerator.GetBytes(WaveKeys.SecretLength)),
        AnswerKey: [],
        Seen: default);

    [Fact]
    public void Page_after_page_leads_to_a_complete_sheet()
    {
        Draft? draft = null;
        Filling? filling = null;
        foreach (var page in Pages)
        {
            filling = Filling.Take(Visit, page.Number, draft, Mirror.Answered(page).Form(), "next")!;
            draft = filling.Draft;
            Assert.Equal(page.Number < Pages.Count ? page.Number + 1 : null, filling.Next);
        }

        Assert.True(filling!.IsComplete);
        Assert.DoesNotContain(Pages.SelectMany(page => page.Questions), filling.Sheet.IsOpen);
    }

    [Fact]
    public void Open_questions_are_pointed_out_once()
    {
        var first = Filling.Take(Visit, 1, null, Mirror.Form([]), "next")!;
        Assert.Null(first.Next);
        Assert.Equal(Pages[0].Questions, first.View("de").Open);

        var second = Filling.Take(Visit, 1, first.Draft, Mirror.Form([]), "next")!;
        Assert.Equal(2, second.Next);
    }

    [Fact]
    public void Going_back_or_changing_the_language_keeps_what_was_entered_and_asks_nothing()
    {
        var back = Filling.Take(Visit, 2, null, Mirror.Answered(Pages[1]).Form(), "back")!;
        Assert.Equal(1, back.Next);
        Assert.False(back.Sheet.IsOpen(Pages[1].Questions[0]));

        var language = Filling.Take(Visit, 2, null, Mirror.Form([]), "en")!;
        Assert.Equal(2, language.Next);
    }

    [Fact]
    public void A_fault_keeps_the_page_and_leads_nowhere()
    {
        var form = Mirror.Answered(Pages[^1]);
        form["importance_top3"] = new([.. Mirror.Question("importance_top3").Options.Take(4)]);

        var filling = Filling.Take(Visit, Pages.Count, null, form.Form(), "next")!;

        Assert.Null(filling.Next);
        Assert.False(filling.IsComplete);
        Assert.Single(filling.View("de").Faults);
    }

    [Fact]
    public void The_last_page_sent_first_leads_to_those_that_are_missing()
    {
        var filling = Filling.Take(Visit, Pages.Count, null, Mirror.Answered(Pages[^1]).Form(), "next")!;

        Assert.False(filling.IsComplete);
        Assert.Equal(1, filling.Next);
    }

    [Fact]
    public void A_page_that_the_form_does_not_have_is_none()
    {
        Assert.Null(Filling.Show(Visit, 0, null));
        Assert.Null(Filling.Show(Visit, Pages.Count + 1, null));
    }
}
