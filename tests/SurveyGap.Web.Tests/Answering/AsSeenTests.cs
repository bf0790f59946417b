using System.Net;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Answering;
using SurveyGap.Web.Features.Invitations;

namespace SurveyGap.Web.Tests.Answering;

/// <summary>Whoever sends the page that they were just shown is not looked up again, unless something has changed since.</summary>
public sealed class AsSeenTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly FormPage Page = FormPages.InOne(Mirror.Questionnaire, Audience.Customer)[0];

    [Fact]
    public async Task A_visit_is_remembered_and_its_ballot_taken_without_another_look()
    {
        using var round = await Phone.Wave(app, onePage: true);
        var person = round.People[^1];
        var visit = await Recalled(round, person);

        Assert.Equal((person.Audience, VisitState.Open), (visit.Respondent.Audience, visit.State));
        Assert.Equal(person.Segments, visit.Respondent.Segments);
        Assert.True(await Ballots.SubmitAsSeen(visit, round.Sealed(person)));
        Assert.True(await Ballots.SubmitAsSeen(visit, round.Sealed(person)));
        Assert.Equal(1, await round.Count("ballot"));
    }

    [Theory]
    [InlineData("update invitation set revoked_at = now() where invitation_id = @Invitation")]
    [InlineData("update invitation set segments = '{de,Brief}' where invitation_id = @Invitation")]
    [InlineData("delete from invitation where invitation_id = @Invitation")]
    [InlineData("update wave set closes_at = closes_at + interval '1 day' where wave_id = @Wave")]
    public async Task Nothing_is_taken_as_seen_once_something_has_changed(string change)
    {
        using var round = await Phone.Wave(app, onePage: true);
        var person = round.People[^1];
        var visit = await Recalled(round, person);

        await app.Database.Client.Run(round.Client, db => db.ExecuteAsync(change, new { person.Invitation, round.Wave }));

        Assert.False(await Ballots.SubmitAsSeen(visit, round.Sealed(person)));
        Assert.Equal(0, await round.Count("ballot"));
    }

    [Fact]
    public async Task A_link_that_is_revoked_between_page_and_answer_leads_nowhere()
    {
        using var round = await Phone.Wave(app, onePage: true);
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, round.People[^1]));
        var form = await phone.Filled(Page);

        await app.Database.Client.Run(round.Client, db =>
            db.ExecuteAsync("update invitation set revoked_at = now() where invitation_id = @Invitation", new { round.People[^1].Invitation }));

        Assert.Equal(HttpStatusCode.NotFound, (await phone.Post($"{phone.Root}/1", form)).StatusCode);
        Assert.Equal(0, await round.Count("ballot"));
    }

    [Fact]
    public async Task Who_was_put_into_another_segment_between_page_and_answer_counts_there()
    {
        using var round = await Phone.Wave(app, onePage: true);
        var person = round.People[^1];
        using var phone = new Phone(app);
        await phone.Open(Phone.LinkOf(round, person));
        var form = await phone.Filled(Page);

        await app.Database.Client.Run(round.Client, db =>
            db.ExecuteAsync("update invitation set segments = '{de,Brief}' where invitation_id = @Invitation", new { person.Invitation }));

        Assert.EndsWith("/thanks", (await phone.Post($"{phone.Root}/1", form)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        var ballot = await app.Database.Client.Run(round.Client, db =>
            db.QuerySingleAsync<(byte[] Key, byte[] Sealed)>("select answer_key, sealed from ballot where wave_id = @Wave", new { round.Wave }));
        Assert.Equal(["de", "Brief"], new SealedBallot(ballot.Key, ballot.Sealed).Open(round.Wave, round.WaveKeys)!.Segments);
    }

    private BallotStore Ballots => app.Services.GetRequiredService<BallotStore>();

    // As it is when a page was shown and its answer comes in.
    private async Task<Visit> Recalled(Round round, NewInvitation person)
    {
        var device = Device.New(LinkKind.Personal, round.WaveKeys.Link(person.Invitation, InvitationStore.FirstEpoch).Reveal(), round.Client, person.Invitation);
        DefaultHttpContext context = new();
        device.Write(context.Response, round.Wave, DateTimeOffset.MaxValue);
        context.Request.Headers.Cookie = context.Response.Headers.SetCookie.ToString().Split(';')[0];
        var visits = app.Services.GetRequiredService<Visits>();

        Assert.Null(await visits.Recall(context.Request, round.Wave));
        Assert.NotNull(await visits.Find(context.Request, round.Wave));
        return await visits.Recall(context.Request, round.Wave) ?? throw new InvalidOperationException("The visit was not remembered.");
    }
}
