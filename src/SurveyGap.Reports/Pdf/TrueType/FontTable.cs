using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SurveyGap.Reports.Pdf.TrueType;

/// <summary>A part of a font file. Every read is checked: a damaged file is an <see cref="InvalidDataException"/>, never a stray value.</summary>
internal readonly struct FontTable(byte[] file, int start, int length)
{
    public int Length => length;

    public ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Slice(at, 2));
    public short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(Slice(at, 2));
    public uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Slice(at, 4));

    /// <summary>An offset as OpenType writes it: 32 bits, within this table.</summary>
    public int Offset32(int at) => U32(at) is var offset && offset <= length ? (int)offset : throw Damaged();

    public FontTable From(int at) => at >= 0 && at <= length ? new FontTable(file, start + at, length - at) : throw Damaged();

    public FontTable Part(int at, int count) =>
        at >= 0 && count >= 0 && count <= length - at ? new FontTable(file, start + at, count) : throw Damaged();

    public byte[] ToArray() => file.AsSpan(start, length).ToArray();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Slice(int at, int count)
    {
        if (at < 0 || count < 0 || count > length - at) throw Damaged();
        return file.AsSpan(start + at, count);
    }

    private static InvalidDataException Damaged() => new("The font file is damaged: a table points beyond its own end.");
}
