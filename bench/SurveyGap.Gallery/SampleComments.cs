using SurveyGap.Analysis.Surveys;
using SurveyGap.Reports;

namespace SurveyGap.Gallery;

/// <summary>What people might write, short and long, with characters that fonts lack; and figures of a company.</summary>
internal static class SampleComments
{
    private static readonly string[] Texts =
    [
        "Am Telefon warte ich jedes Mal zehn Minuten. Danach ist die Hilfe aber sehr gut.",
        "Meine Beraterin kennt mich seit Jahren und ruft zurück, wenn sie es verspricht.",
        "Auf der Website finde ich das Formular für die Schadenmeldung nicht.",
        "Ich musste mein Anliegen dreimal erklären: zuerst dem Empfang, dann der Fachstelle, dann noch einmal schriftlich. Das hat mich geärgert, denn jedes Mal hiess es, man werde sich darum kümmern, und jedes Mal begann alles von vorn.",
        "Alles bestens 👍",
        "Freundlich, aber langsam.",
        "Bitte schreiben Sie die Rechnungen so, dass man sie ohne Rückvergütungsvereinbarungsvorkenntnisse versteht. Siehe https://beispiel.example/hilfe/rechnung/verstehen?abschnitt=rueckverguetung",
        "Je préfère écrire en français, et on me répond toujours dans ma langue. Merci!",
        "Wir im Team würden gern mehr selbst entscheiden dürfen.",
        "Nach dem Umzug stimmte die Adresse monatelang nicht.",
        "שלום, תודה",
        "Kompetent. Gut erreichbar wäre noch besser.",
    ];

    public static IEnumerable<Comment> Of(Questionnaire questionnaire, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var dimension = questionnaire.Dimensions[i % questionnaire.Dimensions.Count].Key;
            var audience = (i % 7) switch { 0 => Audience.Executive, 1 or 2 => Audience.Employee, _ => Audience.Customer };
            yield return new Comment(audience, dimension, Texts[(i * 5) % Texts.Length]);
        }
    }

    public static IReadOnlyList<CompanyFigure> Figures(string language) => language == "de"
        ?
        [
            new("Servicekosten am Umsatz", "%", 7.4, 7.1), new("Kontakte je 100 Kundinnen und Kunden", "", 212, 235, 0),
            new("Beim ersten Kontakt gelöst", "%", 58, 55, 0), new("Antwortzeit im Mittel", "Stunden", 19.5, 26),
            new("Krankenstand", "%", 4.1, 3.8), new("Fluktuation", "%", 9.2, null),
        ]
        :
        [
            new("Service cost to revenue", "%", 7.4, 7.1), new("Contacts to 100 customers", "", 212, 235, 0),
            new("Solved at first contact", "%", 58, 55, 0), new("Mean response time", "hours", 19.5, 26),
            new("Sick leave", "%", 4.1, 3.8), new("Staff turnover", "%", 9.2, null),
        ];
}
