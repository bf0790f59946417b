using SurveyGap.Reports.Flow;
using SurveyGap.Reports.Languages;
using SurveyGap.Reports.Pdf;

namespace SurveyGap.Reports.Papers;

/// <summary>A paper beside the report, such as the sheet for respondents: plain text with tables and pictures, no cover.</summary>
public sealed record PlainPaper
{
    /// <summary>The text: see <see cref="PaperText"/>.</summary>
    public required PaperText Text { get; init; }

    /// <summary>What fills the text's placeholders and decides its conditions.</summary>
    public required PaperFacts Facts { get; init; }

    /// <summary>«de» or «en».</summary>
    public required string Language { get; init; }

    /// <summary>Whom it is of; stands above the title and in the header.</summary>
    public required string Client { get; init; }

    /// <summary>The day on which it was true.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The line at the page's edge.</summary>
    public required Branding Branding { get; init; }

    /// <summary>The picture of a name in the text.</summary>
    public required Func<string, Pdf.Images.PdfImage> Picture { get; init; }

    /// <summary>Marked on each page as a draft for counsel; a letter to a person is none.</summary>
    public bool IsDraft { get; init; } = true;

    /// <summary>The file. The same paper gives the same bytes.</summary>
    /// <exception cref="FormatException">The text names a fact that there is not.</exception>
    public byte[] ToArray()
    {
        var words = Wording.Of(Language);
        var sections = Text.Sections(this);
        var mark = IsDraft ? words["paper.draft"] : null;
        var document = new PdfDocument(new PdfMetadata
        {
            Title = $"{sections[0].Name}, {Client}",
            Language = Language == "de" ? "de-CH" : "en",
            Author = "SurveyGap",
            Subject = mark,
            CreatedAt = new DateTimeOffset(Day, TimeOnly.MinValue, TimeSpan.Zero),
        });
        Publication.Write(document, sections, new Furniture
        {
            Header = $"{sections[0].Name} · {Client}",
            Mark = mark,
            Footer = words.Say(IsDraft ? "paper.day" : "letter.day", ("date", words.Format.Date(Day))),
            PageOf = (page, pages) => words.Say("page", ("n", words.Format.Count(page)), ("all", words.Format.Count(pages))),
            Continued = name => words.Say("continued", ("name", name)),
            Spine = Branding.Spine,
        });
        return document.ToArray();
    }
}

/// <summary>What is true of a wave and its installation.</summary>
/// <param name="Values">Texts by name.</param>
/// <param name="Conditions">What holds; whatever is not named does not.</param>
public sealed record PaperFacts(IReadOnlyDictionary<string, string> Values, IReadOnlySet<string> Conditions)
{
    /// <summary>Things of which there are any number, by the name of their kind, each with values of its own.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Lists { get; init; } =
        new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();
}
