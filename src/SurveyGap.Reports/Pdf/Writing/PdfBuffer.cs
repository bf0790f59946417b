using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace SurveyGap.Reports.Pdf.Writing;

/// <summary>Growing bytes in PDF's syntax. Interpolated strings are written straight into it: <c>buffer.Write($"{x} {y} m\n")</c>.</summary>
/// <remarks>The bytes come from the pool: a file's worth of new ones would keep the collector busy, and with it everybody else's reports.</remarks>
internal sealed class PdfBuffer(int capacity = 256)
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Gives the bytes back to the pool. A buffer that is forgotten is left to the collector.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        (bytes, Length) = ([], 0);
    }

    public void Write(ReadOnlySpan<byte> raw)
    {
        raw.CopyTo(Reserve(raw.Length));
        Length += raw.Length;
    }

    public void Write(string ascii) => Length += Encoding.ASCII.GetBytes(ascii, Reserve(ascii.Length));

    [SuppressMessage("Performance", "CA1822", Justification = "The compiler passes this buffer to the handler, which does all the work.")]
    public void Write([InterpolatedStringHandlerArgument("")] ref PdfSyntax syntax) => _ = syntax;

    public void Write(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    public void Write(long value)
    {
        value.TryFormat(Reserve(20), out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>A hundredth of a point is finer than any printer; below 1, where sines and colours live, four decimals.</summary>
    public void Write(double value)
    {
        if (!(Math.Abs(value) < 1e9)) throw new ArgumentOutOfRangeException(nameof(value), value, "A drawing needs finite numbers.");
        var decimals = Math.Abs(value) < 1 ? 4 : 2;
        var scaled = (long)Math.Round(value * (decimals == 4 ? 10000 : 100), MidpointRounding.AwayFromZero);
        if (scaled < 0) Write((byte)'-');
        var (whole, fraction) = Math.DivRem(Math.Abs(scaled), decimals == 4 ? 10000 : 100);
        if (whole != 0 || fraction == 0) Write(whole);
        if (fraction != 0) WriteFraction(fraction, decimals);
    }

    public void WriteHex(int value)
    {
        var digits = Reserve(4);
        for (var i = 3; i >= 0; i--, value >>= 4) digits[i] = "0123456789ABCDEF"u8[value & 0xF];
        Length += 4;
    }

    private void WriteFraction(long fraction, int decimals)
    {
        while (fraction % 10 == 0) (fraction, decimals) = (fraction / 10, decimals - 1);
        var digits = Reserve(decimals + 1);
        digits[0] = (byte)'.';
        for (var i = decimals; i > 0; i--, fraction /= 10) digits[i] = (byte)('0' + fraction % 10);
        Length += decimals + 1;
    }

    private Span<byte> Reserve(int count)
    {
        if (Length + count > bytes.Length) Grow(count);
        return bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + count, bytes.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
