using System.Runtime.CompilerServices;

namespace SurveyGap.Reports.Tests;

/// <summary>Compares with a file beside the test; SURVEYGAP_GOLDEN=write renews it, to be looked at before it is committed.</summary>
internal static class Golden
{
    public static void Matches(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(testFile)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("SURVEYGAP_GOLDEN") == "write")
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; run once with SURVEYGAP_GOLDEN=write and look at it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
