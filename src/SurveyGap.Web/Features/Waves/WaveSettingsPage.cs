namespace SurveyGap.Web.Features.Waves;

/// <summary>The settings of a wave on their page.</summary>
/// <param name="Fields">What stands in the fields, by name.</param>
/// <param name="Seen">What is sent along as <see cref="WaveSettingsForm.Seen"/>.</param>
public sealed record WaveSettingsPage(WaveSettings Wave, IReadOnlyDictionary<string, string?> Fields, IEnumerable<KeyValuePair<string, string?>> Seen)
{
    /// <summary>What cannot stay, by the name of the field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>What somebody else changed meanwhile.</summary>
    public IReadOnlyList<ChangedField> Changed { get; init; } = [];

    public static WaveSettingsPage Of(WaveSettings wave)
    {
        var fields = WaveSettingsForm.Of(wave).Fields;
        return new(wave, fields, fields);
    }

    /// <summary>For whoever was slower: what they typed stays, what they left alone is as it holds now.</summary>
    public static WaveSettingsPage Disputed(WaveSettings now, WaveSettingsForm form)
    {
        var changed = form.ChangedIn(now);
        Dictionary<string, string?> fields = new(form.Fields, StringComparer.Ordinal);
        foreach (var field in changed.Where(field => (fields[field.Name] ?? "") == field.Before))
            fields[field.Name] = field.Now;
        return new(now, fields, WaveSettingsForm.Of(now).Fields) { Changed = changed };
    }
}

/// <summary>A setting that somebody else changed.</summary>
/// <param name="Name">Of its field.</param>
public sealed record ChangedField(string Name, string Before, string Now);
