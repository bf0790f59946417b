using System.Text;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Answering;

namespace SurveyGap.Load;

/// <summary>The same as <see cref="Journey"/>, as cheap as it can be played: for measurements, on whose processors the application runs.</summary>
internal sealed class Player(Lines lines, Questionnaire questionnaire)
{
    private const int Ok = 200;
    private const int Found = 302;

    private readonly string[] _answers = [.. Enumerable.Range(0, 6).Select(rating => Answers(questionnaire, rating))];

    /// <summary>True once the answers are acknowledged; anything else may be tried again.</summary>
    public bool Go(string link, int rating) => Open(link) is { } opened && Answer(opened, rating);

    /// <summary>From the link to the address of the form and the cookie that goes with it.</summary>
    public FormOfLink? Open(string link)
    {
        using var line = lines.Take();
        var opened = line.Get(link);
        return opened.Status == Found ? new FormOfLink($"{opened.Location}/1", opened.Cookie) : null;
    }

    /// <summary>Reads the form and sends it; true once the answers are acknowledged.</summary>
    public bool Answer(FormOfLink form, int rating)
    {
        using var line = lines.Take();
        var read = line.Get(form.Page, form.Cookie);
        // Answered before: an earlier try got through, and its reply was lost.
        if (IsThanks(read) || (read.Status == Ok && read.Body.IndexOf("schon geantwortet"u8) >= 0))
            return true;
        return Binding(read.Body) is { } binding && IsThanks(line.Post(form.Page, form.Cookie, $"{_answers[rating]}binding={binding}&to=next"));
    }

    private static string Answers(Questionnaire questionnaire, int rating) => string.Concat(FormPages.InOne(questionnaire, Audience.Customer)[0].Questions
        .Select(question => $"{question.Key}={(question.Scale is Scale.Pick3 ? question.Options[0] : rating)}&"));

    private static bool IsThanks(Reply reply) => reply.Status == Found && reply.Location.EndsWith("/thanks", StringComparison.Ordinal);

    private static string? Binding(ReadOnlySpan<byte> html)
    {
        var before = "name=\"binding\" value=\""u8;
        var at = html.IndexOf(before);
        if (at < 0)
            return null;
        var value = html[(at + before.Length)..];
        return Encoding.ASCII.GetString(value[..value.IndexOf((byte)'"')]);
    }
}

/// <summary>Where a link led, and the cookie that goes with it.</summary>
internal sealed record FormOfLink(string Page, string Cookie);
