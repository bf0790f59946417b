using System.Runtime.InteropServices;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Invitations.Import;

/// <summary>Combinations of segments that are certain to be withheld: fewer people share them than results need.</summary>
public sealed class RareCombinations
{
    private readonly Dictionary<(Audience Audience, string Combination), int> _people = [];

    /// <summary>Counts a new person.</summary>
    public void Count(PersonRow person)
    {
        if (person.Audience == Audience.Executive || person.Segments.All(segment => segment is null))
            return;
        CollectionsMarshal.GetValueRefOrAddDefault(_people, (person.Audience, string.Join('\u001f', person.Segments)), out _)++;
    }

    /// <summary>How many of those who were counted are in one.</summary>
    public int People(Func<Audience, int> minimumOf) => _people.Where(combination => combination.Value < minimumOf(combination.Key.Audience)).Sum(combination => combination.Value);
}
