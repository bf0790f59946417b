using SurveyGap.EndToEnd;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace SurveyGap.EndToEnd;

/// <summary>Two classes run at a time. One of these that began last would end alone, with half of the machine idle.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Slow =
        [nameof(PublishTests), nameof(KillTests), nameof(PlanningTests), nameof(DossierPicturesTests), nameof(FirstStudyTests), nameof(JourneyTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : notnull, ITestCollection =>
        [.. testCollections.OrderBy(collection => Place(collection.TestCollectionDisplayName))];

    private static int Place(string collection) =>
        Array.FindIndex(Slow, name => collection.Contains($".{name} ", StringComparison.Ordinal)) is var place and >= 0 ? place : Slow.Length;
}
