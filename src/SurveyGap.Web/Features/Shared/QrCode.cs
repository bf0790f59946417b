using QRCoder;

namespace SurveyGap.Web.Features.Shared;

/// <summary>A QR code as black runs on white, its quiet zone included; drawn by whoever needs it.</summary>
/// <param name="Size">Modules along a side.</param>
/// <param name="Runs">What is black.</param>
public sealed record QrCode(int Size, IReadOnlyList<QrRun> Runs)
{
    /// <summary>With a quarter of redundancy: posters get scratched.</summary>
    public static QrCode Of(Uri address)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.Q);
        var rows = data.ModuleMatrix;
        return new QrCode(rows.Count, [.. rows.Index().SelectMany(row => RunsOf(row.Index, row.Item))]);
    }

    /// <summary>The picture for the screen.</summary>
    public string Svg() => $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" shape-rendering="crispEdges">
          <rect width="{Size}" height="{Size}" fill="#fff"/>
          <path d="{string.Concat(Runs.Select(run => $"M{run.X} {run.Y}h{run.Length}v1h-{run.Length}z"))}"/>
        </svg>
        """;

    private static IEnumerable<QrRun> RunsOf(int y, System.Collections.BitArray row)
    {
        for (var x = 0; x < row.Count; x++)
        {
            if (!row[x])
                continue;
            var start = x;
            while (x < row.Count && row[x])
                x++;
            yield return new QrRun(start, y, x - start);
        }
    }
}

/// <summary>Black modules side by side.</summary>
public sealed record QrRun(int X, int Y, int Length);
