using SurveyGap.Web.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(SourceOrder))]

namespace SurveyGap.Web.Tests;

/// <summary>
/// The tests of a class run as they stand in its file. By default the order hangs on the folder that the tests lie in,
/// and a test that disturbs another fails on some machines only.
/// </summary>
public sealed class SourceOrder : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => testCases;
}
