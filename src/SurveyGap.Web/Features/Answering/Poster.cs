using SurveyGap.Reports.Drawings;
using SurveyGap.Reports.Pdf;
using SurveyGap.Web.Features.Shared;

namespace SurveyGap.Web.Features.Answering;

/// <summary>A page A4 for a wall: what is asked, a code to point the phone at, and the same words in each language of the study.</summary>
/// <param name="demo">What marks the poster of a demo client; null for a real one.</param>
public sealed class Poster(Survey survey, Uri link, IReadOnlyList<PosterWords> words, string? demo, DateTimeOffset at)
{
    private const double Width = 595.28;
    private const double Height = 841.89;
    private const double Left = 64;
    private const double Measure = Width - Left - 56;
    private const double CodeSize = 272;

    private static readonly Colour Ink = Colour.Parse("#14232F");
    private static readonly Colour Soft = Colour.Parse("#4F5E6B");
    private static readonly TextStyle Client = new(Face.SemiBold, 17, 22, Ink);
    private static readonly TextStyle Title = new(Face.SemiBold, 36, 43, Ink);
    private static readonly TextStyle How = new(Face.Regular, 17, 24, Soft);
    private static readonly TextStyle Address = new(Face.Regular, 13, 18, Ink);
    private static readonly TextStyle OtherTitle = new(Face.SemiBold, 14, 19, Ink);
    private static readonly TextStyle OtherHow = new(Face.Regular, 11.5, 16, Soft);

    private readonly PdfDocument _document = new(new PdfMetadata { Title = $"{survey.ClientName}: {words[0].Title}", Language = words[0].Language, CreatedAt = at });
    private PdfPage _page = null!;
    private double _y = 72;

    public byte[] Pdf()
    {
        _page = _document.AddPage(Width, Height);
        _page.Artifact(() => _page.Fill(PdfPath.Rectangle(0, 0, 22, Height), PdfColor.Parse(survey.Color)));
        Write(StructureType.P, survey.ClientName, Client, words[0].Language);
        if (demo is not null)
            Write(StructureType.P, demo, Address, words[0].Language);
        _y += 34;
        Write(StructureType.H1, words[0].Title, Title, words[0].Language);
        _y += 6;
        Write(StructureType.P, words[0].How, How, words[0].Language);
        _y += 18;
        Draw(QrCode.Of(link));
        Write(StructureType.P, link.ToString(), Address, words[0].Language);
        foreach (var other in words.Skip(1))
        {
            _y += 14;
            Write(StructureType.H2, other.Title, OtherTitle, other.Language);
            Write(StructureType.P, other.How, OtherHow, other.Language);
        }

        return _document.ToArray();
    }

    private void Write(StructureType type, string text, TextStyle style, string language)
    {
        var element = _document.Structure.Add(type);
        element.Language = language;
        foreach (var line in type is StructureType.P ? LineBreaker.Break(text, style, Measure) : LineBreaker.Balance(text, style, Measure))
        {
            var baseline = _y + style.Size;
            _page.Tagged(element, () => _page.Text(style.Font, style.Size, new PdfColor(style.Colour.Red, style.Colour.Green, style.Colour.Blue), Left, baseline, line));
            _y += style.Leading;
        }
    }

    private void Draw(QrCode code)
    {
        // The quiet zone is white on white: let the black begin where the text does.
        const int Quiet = 4;
        var module = CodeSize / (code.Size - (2 * Quiet));
        var figure = _document.Structure.Add(StructureType.Figure);
        figure.AlternativeText = link.ToString();
        figure.PlaceOn(_page, Left, _y, CodeSize, CodeSize);
        var (left, top) = (Left - (Quiet * module), _y - (Quiet * module));
        _page.Tagged(figure, () =>
        {
            foreach (var run in code.Runs)
                _page.Fill(PdfPath.Rectangle(left + (run.X * module), top + (run.Y * module), run.Length * module, module), PdfColor.Black);
        });
        _y += CodeSize + 16;
    }
}

/// <summary>What the poster says in one language.</summary>
public sealed record PosterWords(string Language, string Title, string How);
