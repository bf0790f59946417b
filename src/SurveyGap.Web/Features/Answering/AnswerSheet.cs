using System.Globalization;
using SurveyGap.Analysis.Surveys;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Answering;

/// <summary>The answers so far, as the form shows them and changes them.</summary>
public sealed class AnswerSheet(SlotMap slots, byte[] answers, IReadOnlyDictionary<string, string> comments)
{
    /// <summary>What a form sends for «cannot judge».</summary>
    public const string CannotJudge = "na";

    private readonly Dictionary<string, string> _comments = new(comments);

    public byte[] Answers { get; } = [.. answers];

    public IReadOnlyDictionary<string, string> Comments => _comments;

    /// <summary>The byte of a question with one slot.</summary>
    public byte this[Question question]
    {
        get => Answers[slots.FirstOf(question)];
        private set => Answers[slots.FirstOf(question)] = value;
    }

    public bool IsOpen(Question question) => this[question] == Answer.None;

    public bool IsPicked(Question question, string option) => Answers[SlotOf(question, option)] == Answer.Picked;

    public string? Comment(Dimension dimension) => _comments.GetValueOrDefault(dimension.Key);

    /// <summary>Takes over what one page's form sent; what cannot be taken is returned, and stays open.</summary>
    public IReadOnlyList<Fault> Fill(FormPage page, IFormCollection form)
    {
        foreach (var dimension in page.Comments)
            Write(dimension, form[CommentField(dimension)].ToString(), page.LongestComment);
        return [.. page.Questions.Select(question => Fill(question, form)).OfType<Fault>()];
    }

    public static string CommentField(Dimension dimension) => $"comment-{dimension.Key}";

    private Fault? Fill(Question question, IFormCollection form)
    {
        string[] sent = [.. form[question.Key].OfType<string>().Where(value => value.Length > 0)];
        return question.Scale is Scale.Pick3 ? Pick(question, sent) : Choose(question, sent);
    }

    private Fault? Choose(Question question, string[] sent)
    {
        // A number typed beside a ticked «cannot judge»: the number is the deliberate one.
        var value = sent.FirstOrDefault(each => each != CannotJudge) ?? sent.FirstOrDefault();
        if (Coded(question.Scale, value) is not { } answer)
            return new Fault(question, FaultKind.NotANumber, [value!]);

        this[question] = answer;
        return null;
    }

    private Fault? Pick(Question question, string[] sent)
    {
        var picked = question.Options.Where(sent.Contains).ToList();
        if (picked.Count > 3)
            return new Fault(question, FaultKind.TooMany, picked);

        var rest = picked.Count > 0 ? Answer.NotPicked : sent.Contains(CannotJudge) ? Answer.CannotJudge : Answer.None;
        foreach (var option in question.Options)
            Answers[SlotOf(question, option)] = picked.Contains(option) ? Answer.Picked : rest;
        return null;
    }

    private void Write(Dimension dimension, string text, int longest)
    {
        // Browsers send line ends as CR LF, and each would count twice. What is cut may be half a character: cleaned after it.
        text = text.ReplaceLineEndings("\n").Trim();
        text = PlainText.Of(text.Length <= longest ? text : text[..longest]).Trim();
        if (text.Length == 0)
            _comments.Remove(dimension.Key);
        else
            _comments[dimension.Key] = text;
    }

    private int SlotOf(Question question, string option) => slots.FirstOf(question) + question.Options.ToList().IndexOf(option);

    private static byte? Coded(Scale scale, string? value) => value switch
    {
        null => Answer.None,
        CannotJudge => Answer.CannotJudge,
        _ => int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? Coded(scale, number) : null,
    };

    private static byte? Coded(Scale scale, int number) => scale switch
    {
        Scale.Quality5 when number is >= 1 and <= 5 => Answer.Rating(number),
        Scale.Recommend11 when number is >= 0 and <= 10 => Answer.Recommend(number),
        Scale.Percent when number is >= 0 and <= 100 => Answer.Percent(number),
        _ => null,
    };
}
