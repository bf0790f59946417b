using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SurveyGap.Web.Tests.Exports;

namespace SurveyGap.Web.Tests.Handover;

/// <summary>The ZIP as whoever gets it opens it.</summary>
internal sealed class HandedOver
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public HandedOver(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            // Added and not set: no two files may have one name.
            _files.Add(entry.FullName, content.ToArray());
        }
    }

    public IEnumerable<string> Names => _files.Keys;

    public byte[] Bytes(string name) => _files[name];

    public string Text(string name) => Encoding.UTF8.GetString(_files[name]);

    public JsonElement Json(string name) => JsonDocument.Parse(_files[name]).RootElement;

    public ExportedTable Table(string name) => ExportedTable.OfCsv(_files[name]);

    /// <summary>The folder of what a person has named, below another one.</summary>
    public string Folder(string below, string named) => _files.Keys
        .Where(name => name.StartsWith(below, StringComparison.Ordinal))
        .Select(name => name[..name.IndexOf('/', below.Length)])
        .Distinct()
        .Single(folder => folder.EndsWith($" {named}", StringComparison.Ordinal));
}
