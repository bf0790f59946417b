namespace SurveyGap.Web.Platform.Settings;

/// <summary>A folder that the program writes to when something happens, long after its start.</summary>
/// <param name="Setting">The setting that names it.</param>
/// <param name="Folder">Its whole path; it need not exist.</param>
public sealed record KeptPlace(string Setting, string Folder)
{
    /// <summary>The place of a setting, or in <c>data</c> where it is missing.</summary>
    public static KeptPlace Of(IConfiguration settings, string name, string folder) => new(settings.Text(name) is null ? "data" : name, folder);

    /// <summary>Makes the folder and writes to it: rights alone do not tell of a disk that is mounted read-only.</summary>
    /// <exception cref="SetupException">It cannot be written to.</exception>
    public void RefuseUnwritable()
    {
        var trial = Path.Combine(Folder, $".{Path.GetRandomFileName()}");
        try
        {
            OwnFiles.Create(trial).Dispose();
        }
        catch (SetupException fault)
        {
            throw new SetupException($"{Setting}: {fault.Message}");
        }

        File.Delete(trial);
    }
}
