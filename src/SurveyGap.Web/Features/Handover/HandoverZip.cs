using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SurveyGap.Web.Features.Handover;

/// <summary>A ZIP that is written while it is sent: no more than one file of it is ever in memory.</summary>
public sealed class HandoverZip : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // A file and never a part of a page, so umlauts may stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
    };

    private readonly PatientStream _target;
    private readonly ZipArchive _archive;
    private readonly DateTimeOffset _at;
    private readonly CancellationToken _cancellation;

    /// <param name="target">Where it goes; stays open.</param>
    /// <param name="at">When its files were made.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public HandoverZip(Stream target, DateTimeOffset at, CancellationToken cancellation)
    {
        (_target, _at, _cancellation) = (new PatientStream(target), at, cancellation);
        _archive = new ZipArchive(_target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    }

    public async Task Add(string path, ReadOnlyMemory<byte> content)
    {
        await using var file = await Open(path);
        await file.WriteAsync(content, _cancellation);
    }

    public Task Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public Task AddJson<T>(string path, T value) => Add(path, JsonSerializer.SerializeToUtf8Bytes(value, Json));

    /// <summary>A file that is written in pieces. The one before has to be closed.</summary>
    public async Task<Stream> Open(string path)
    {
        var entry = _archive.CreateEntry(path);
        entry.LastWriteTime = _at;
        return await entry.OpenAsync(_cancellation);
    }

    /// <summary>Writes the directory, without which it cannot be opened.</summary>
    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        await _target.FlushAsync(_cancellation);
        await _target.DisposeAsync();
    }
}
