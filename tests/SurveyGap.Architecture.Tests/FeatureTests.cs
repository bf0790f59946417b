using System.Text.RegularExpressions;

namespace SurveyGap.Architecture.Tests;

/// <summary>Which feature may name which: the table IS the architecture of the web project on one screen.</summary>
public sealed partial class FeatureTests
{
    private const string Web = "src/SurveyGap.Web";

    private static readonly Dictionary<string, string[]> MayName = new()
    {
        ["Shared"] = [],
        // What every view sees.
        ["_ViewImports.cshtml"] = ["Shared"],
        ["Errors"] = ["Shared"],
        ["Studies"] = ["Shared"],
        ["Questionnaires"] = ["Shared", "Studies"],
        ["Waves"] = ["Shared", "Studies"],
        ["Invitations"] = ["Shared", "Studies", "Waves"],
        ["Answering"] = ["Shared", "Studies", "Waves", "Invitations"],
        ["Preview"] = ["Shared", "Studies", "Waves", "Answering"],
        ["Mail"] = ["Shared", "Studies", "Waves", "Invitations", "Answering"],
        ["Unsubscribe"] = ["Mail"],
        // Links to set a password go out as single letters.
        ["Accounts"] = ["Shared", "Mail"],
        ["SecondFactor"] = ["Shared", "Accounts"],
        ["Clients"] = ["Shared", "Accounts", "Waves"],
        ["Audit"] = ["Shared"],
        ["Administration"] = ["Shared", "Accounts", "SecondFactor", "Mail", "Clients"],
        ["Planning"] = ["Shared", "Studies", "Waves", "Invitations", "Mail", "Clients"],
        ["Closing"] = ["Shared", "Waves", "Invitations", "Answering"],
        ["ClientDeletion"] = ["Waves", "Mail", "Closing"],
        ["Results"] = ["Shared", "Studies", "Waves"],
        ["Reports"] = ["Shared", "Studies", "Waves", "Results"],
        ["Papers"] = ["Shared", "Studies", "Waves"],
        ["PersonalData"] = ["Shared", "Waves", "Invitations", "Answering", "Mail", "Papers"],
        ["Exports"] = ["Shared", "Studies", "Waves", "Results"],
        // Everything of a client, so it names what everything is in.
        ["Handover"] = ["Shared", "Studies", "Waves", "Invitations", "Mail", "Clients", "Audit", "Results", "Exports"],
        ["ReportLinks"] = ["Shared", "Waves", "Results", "Reports"],
        // A key is a token, as a link's is.
        ["ApiKeys"] = ["Shared", "Waves"],
        ["Api"] = ["Shared", "Studies", "Waves", "Invitations", "Planning", "Closing", "Results", "Reports", "Exports", "ApiKeys"],
    };

    [Fact]
    public void The_table_has_no_cycle()
    {
        // Each row may name only rows above it.
        List<string> above = [];
        foreach (var (feature, named) in MayName)
        {
            Assert.All(named, name => Assert.Contains(name, above));
            above.Add(feature);
        }
    }

    [Fact]
    public void A_feature_names_only_the_features_that_the_table_allows()
    {
        var offenders = from path in Repository.Files($"{Web}/Features", ".cs", ".cshtml")
                        let feature = path.Split('/')[3]
                        from named in NamedFeatures(path)
                        where named != feature && !MayName[feature].Contains(named)
                        select $"{path} names {named}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Platform_names_no_feature() =>
        Assert.DoesNotContain(Repository.Files($"{Web}/Platform", ".cs", ".cshtml"), path => NamedFeatures(path).Any());

    [Fact]
    public void Only_stores_and_the_platform_speak_to_the_database()
    {
        var offenders = Repository.Files(Web, ".cs", ".cshtml")
            .Where(path => !path.EndsWith("Store.cs", StringComparison.Ordinal))
            .Where(path => !path.StartsWith($"{Web}/Platform/", StringComparison.Ordinal))
            .Where(path => DatabasePackage().IsMatch(Repository.Text(path)));

        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("ballot", "Answering", "Closing")]
    [InlineData("draft", "Answering", "Closing")]
    [InlineData("response", "Closing")]
    public void A_table_of_answers_is_touched_by_its_features_only(string table, params string[] features)
    {
        var statement = new Regex($@"\b(from|join|into|update|table|copy|only)\s+{table}\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var offenders = Repository.Files(Web, ".cs")
            .Where(path => !features.Any(feature => path.StartsWith($"{Web}/Features/{feature}/", StringComparison.Ordinal)))
            .Where(path => statement.IsMatch(Repository.Text(path)));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Releases_are_written_by_closing_only()
    {
        var offenders = Repository.Files(Web, ".cs")
            .Where(path => !path.StartsWith($"{Web}/Features/Closing/", StringComparison.Ordinal))
            .Where(path => ReleaseWrite().IsMatch(Repository.Text(path)));

        Assert.Empty(offenders);
    }

    private static IEnumerable<string> NamedFeatures(string path) =>
        FeatureName().Matches(Repository.Text(path)).Select(match => match.Groups["feature"].Value).Distinct();

    [GeneratedRegex(@"SurveyGap\.Web\.Features\.(?<feature>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"\b(using\s+(Dapper|Npgsql)|Npgsql\w*\.|Dapper\.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DatabasePackage();

    [GeneratedRegex(@"\b(insert\s+into|update|delete\s+from)\s+release\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReleaseWrite();
}
