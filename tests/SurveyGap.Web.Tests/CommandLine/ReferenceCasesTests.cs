using System.Text;
using System.Text.Json;
using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web.Tests.CommandLine;

/// <summary>The reference cases, all the way: from a file of answers to the names and numbers of the JSON.</summary>
public sealed class ReferenceCasesTests : IDisposable
{
    private const double Tolerance = 1e-6;

    private static readonly JsonElement[] Items =
    [
        .. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reference-cases.json"))).RootElement.EnumerateArray()
            .Where(item => item.GetProperty("kind").GetString() == "item"),
    ];

    private readonly Console _console = new();

    public static TheoryData<string> Names => [.. Items.Select(item => item.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_figure_comes_back_under_its_name(string name)
    {
        var item = Items.Single(item => item.GetProperty("name").GetString() == name);

        await _console.Run("analyze", _console.File("answers.csv", Answers(item.GetProperty("groups"))), "--format", "json", "--minimum", "1");

        Assert.Equal(("", ExitCode.Done), (_console.Error, _console.ExitCode));
        var question = JsonDocument.Parse(_console.Output).RootElement.GetProperty("questions").EnumerateArray()
            .Single(question => question.GetProperty("key").GetString() == "first_contact");
        Same(item.GetProperty("expected").GetProperty("groups"), question.GetProperty("groups"), "groups");
        Same(item.GetProperty("expected").GetProperty("gaps"), question.GetProperty("gaps"), "gaps");
    }

    public void Dispose() => _console.Dispose();

    private static string Answers(JsonElement groups)
    {
        var file = new StringBuilder("audience,first_contact\n");
        foreach (var group in groups.EnumerateObject())
        {
            foreach (var (count, rating) in group.Value.EnumerateArray().Zip(["1", "2", "3", "4", "5", "na"]))
                file.Insert(file.Length, $"{group.Name},{rating}\n", count.GetInt32());
        }

        return file.ToString();
    }

    private static void Same(JsonElement expected, JsonElement actual, string path)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject().Where(member => member.Name != "optional"))
                {
                    Assert.True(actual.TryGetProperty(member.Name, out var value), $"{path}.{member.Name} is missing");
                    Same(member.Value, value, $"{path}.{member.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                foreach (var (one, other) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
                    Same(one, other, path);
                break;
            case JsonValueKind.Number:
                Assert.True(Math.Abs(expected.GetDouble() - actual.GetDouble()) <= Tolerance, $"{path}: {actual} instead of {expected}");
                break;
            default:
                Assert.True(JsonElement.DeepEquals(expected, actual), $"{path}: {actual} instead of {expected}");
                break;
        }
    }
}
