using System.Text;
using Dapper;
using SurveyGap.Analysis.Counts;
using SurveyGap.Analysis.Results;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports;
using SurveyGap.Testing;
using SurveyGap.Web.Features.Studies;

namespace SurveyGap.Web.Tests.Exports;

/// <summary>
/// A wave after an earlier one that has every kind of withheld cell, a question that executives are not asked, and names
/// that a spreadsheet would run as formulas.
/// </summary>
internal sealed class WithheldWave
{
    public const string Name = "+Herbst";

    private static readonly string[] Attributes = ["=Land"];

    private readonly Random _random = new(20261121);
    private readonly SlotMap _slots;

    public WithheldWave()
    {
        Questionnaire = Read();
        _slots = SlotMap.Of(Questionnaire);
        Before = Counting.Of([.. Executives(), .. Answers(Audience.Employee, 40), .. Answers(Audience.Customer, 60)], Questionnaire, Attributes, Invited);
        Now = Counting.Of([.. Executives(), .. Employees(), .. Customers()], Questionnaire, Attributes, Invited);
    }

    private Questionnaire Questionnaire { get; }

    private WaveCounts Before { get; }

    private WaveCounts Now { get; }

    /// <summary>Its report, without any database.</summary>
    public static ReportModel Report { get; } = new()
    {
        Client = "Alpenblick",
        Study = "@Studie",
        Wave = Name,
        ReleaseId = "5c1d6a0e-6b0f-4c57-9a55-2f1f5f0c9a11",
        ReleasedAt = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero),
        Language = "de",
        Analysis = new WithheldWave().Analysis,
        CompanyFigures = [CompanyFigure.Of("sick_leave", "de", 4.25, 3.5), CompanyFigure.Of("contacts", "de", 12_500, null)],
    };

    private StudyAnalysis Analysis => StudyAnalysis.Of(Now, Questionnaire, [new EarlierWave("Frühling", Questionnaire, Before)]);

    private static Dictionary<Audience, Participation> Invited => new()
    {
        [Audience.Executive] = new(9),
        [Audience.Employee] = new(30),
        [Audience.Customer] = new(400),
    };

    /// <summary>Enters both waves as a study of their own, and gives the number of the later one.</summary>
    public async Task<Guid> Enter(TestApp app, TestClient client)
    {
        var (study, wave) = (Guid.NewGuid(), Guid.NewGuid());
        await app.Database.Client.Run(client.Id, async db =>
        {
            await db.ExecuteAsync("insert into study (client_id, study_id, name, languages, created_at) values (@Id, @study, '@Studie', '{de,en}', now())", new { client.Id, study });
            await Close(db, client, study, Guid.NewGuid(), "Frühling", days: 400, Before);
            await Close(db, client, study, wave, Name, days: 100, Now);
            await db.ExecuteAsync(FiguresSql, new { client.Id, study });
        });
        return wave;
    }

    private const string FiguresSql = """
        insert into company_figure (client_id, wave_id, figure, value, entered_at)
        select client_id, wave_id, 'sick_leave', case name when 'Frühling' then 3.5 else 4.25 end, now() from wave where client_id = @Id and study_id = @study
        union all
        select client_id, wave_id, 'contacts', 12500, now() from wave where client_id = @Id and study_id = @study and name <> 'Frühling'
        """;

    private const string WaveSql = """
        insert into wave (client_id, wave_id, study_id, name, opens_at, closes_at, questionnaire, opened_at, closed_at, created_at)
        values (@Id, @wave, @study, @name, now() - (@days + 20) * interval '1 day', now() - @days * interval '1 day', @questionnaire::jsonb,
                now() - (@days + 20) * interval '1 day', now() - @days * interval '1 day', now());
        insert into release (client_id, wave_id, version, release_id, counts, created_at)
        values (@Id, @wave, 1, gen_random_uuid(), @counts::jsonb, now())
        """;

    private Task<int> Close(Npgsql.NpgsqlConnection db, TestClient client, Guid study, Guid wave, string name, int days, WaveCounts counts) => db.ExecuteAsync(WaveSql, new
    {
        client.Id,
        study,
        wave,
        name,
        days,
        questionnaire = QuestionnaireFile.Write(Questionnaire),
        counts = Encoding.UTF8.GetString(CountsJson.Write(counts)),
    });

    private static Questionnaire Read()
    {
        var mirror = QuestionnaireTemplates.Load(QuestionnaireTemplates.Default);
        return mirror with
        {
            Questions =
            [
                .. mirror.Questions.Select(question => question.Key switch
                {
                    "honesty" => question with { Label = question.Label.ToDictionary(label => label.Key, label => "=1+1 " + label.Value) },
                    "punctuality" => question with { Text = question.Text.Where(text => text.Key != Audience.Executive).ToDictionary() },
                    _ => question,
                }),
            ],
        };
    }

    // Too few of them judge accuracy; nobody asks them about punctuality.
    private IEnumerable<Response> Executives() => Answers(Audience.Executive, 9)
        .Select((response, person) => With(response, "accuracy", person < 4 ? (byte)5 : Answer.CannotJudge))
        .Select(response => With(response, "punctuality", Answer.None));

    // So few that what they agree on is withheld: one question of speed, and two of three on trust, so the whole of it.
    private IEnumerable<Response> Employees() => Answers(Audience.Employee, 8)
        .Select((response, person) => With(response, "response_speed", (byte)(4 + (person % 2))))
        .Select(response => With(With(response, "honesty", 4), "fair_mistakes", 5));

    // Too few from Liechtenstein, so Austria is withheld as well.
    private IEnumerable<Response> Customers() => Answers(Audience.Customer, 60)
        .Select((response, person) => response with { Segments = [person < 40 ? "CH" : person < 52 ? "DE" : person < 57 ? "@AT" : "-LI"] })
        .Select((response, person) => With(response, "social_media", person < 3 ? (byte)2 : Answer.CannotJudge));

    private IEnumerable<Response> Answers(Audience audience, int persons) => Enumerable.Range(0, persons).Select(person => new Response(
        audience, [null], [.. _slots.Slots.Select(slot => slot.Question.Scale == Scale.Quality5 ? Rating(audience, person) : Expectation(slot, audience, person))]));

    // Too few employees estimate; what is picked and recommended needs no chance.
    private static byte Expectation(Slot slot, Audience audience, int person) => !slot.Question.Text.ContainsKey(audience) ? Answer.None : slot.Question.Scale switch
    {
        Scale.Recommend11 => Answer.Recommend(((person * 7) + (int)audience) % 11),
        Scale.Percent => audience == Audience.Employee && person >= 4 ? Answer.None : Answer.Percent(60 + (person * 3 % 40)),
        _ => (slot.Index + person) % 3 == 0 ? Answer.Picked : Answer.NotPicked,
    };

    // The first two differ, so that nothing is unanimous by chance.
    private byte Rating(Audience audience, int person) => person switch
    {
        0 => 2,
        1 => 5,
        _ => (byte)(audience == Audience.Customer ? _random.Next(1, 6) : _random.Next(3, 6)),
    };

    private Response With(Response response, string question, byte answer)
    {
        byte[] answers = [.. response.Answers];
        answers[_slots.FirstOf(Questionnaire.Questions.Single(asked => asked.Key == question))] = answer;
        return response with { Answers = answers };
    }
}
