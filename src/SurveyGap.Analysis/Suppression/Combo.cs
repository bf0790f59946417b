namespace SurveyGap.Analysis.Suppression;

/// <summary>A combination of attribute values, null where withheld; equal by its values.</summary>
internal sealed class Combo(IReadOnlyList<string?> values) : IEquatable<Combo>
{
    public IReadOnlyList<string?> Values => values;

    /// <summary>For an order that is the same everywhere; U+0001 before a value tells an empty one from none.</summary>
    public string Text => string.Join('\0', values.Select(value => value is null ? "" : '\u0001' + value));

    /// <summary>How many values are withheld.</summary>
    public int Withheld => values.Count(value => value is null);

    public static bool operator ==(Combo? left, Combo? right) => Equals(left, right);

    public static bool operator !=(Combo? left, Combo? right) => !Equals(left, right);

    public Combo Without(int attribute) => new([.. values.Select((value, index) => index == attribute ? null : value)]);

    // A million responses pass here at closing: values are compared as they are, without making a text of them.
    public bool Equals(Combo? other)
    {
        if (other is null || other.Values.Count != values.Count)
            return false;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] != other.Values[i])
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as Combo);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var i = 0; i < values.Count; i++)
            hash.Add(values[i]);
        return hash.ToHashCode();
    }
}

/// <summary>How rare each attribute value is in an audience, before anything is withheld.</summary>
internal sealed class Rarity
{
    private readonly Dictionary<(int Attribute, string Value), long> _counts = [];

    public Rarity(Dictionary<Combo, long> combos)
    {
        foreach (var (combo, count) in combos)
        {
            for (var attribute = 0; attribute < combo.Values.Count; attribute++)
            {
                if (combo.Values[attribute] is { } value)
                    _counts[(attribute, value)] = _counts.GetValueOrDefault((attribute, value)) + count;
            }
        }
    }

    /// <summary>The attribute whose value the fewest share; ties: the later one.</summary>
    public int RarestOf(Combo combo) => Enumerable.Range(0, combo.Values.Count)
        .Where(attribute => combo.Values[attribute] is not null)
        .OrderBy(attribute => _counts[(attribute, combo.Values[attribute]!)])
        .ThenByDescending(attribute => attribute)
        .First();
}
