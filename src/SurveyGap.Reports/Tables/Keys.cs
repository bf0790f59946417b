using System.Text.Json;

namespace SurveyGap.Reports.Tables;

/// <summary>What groups and labels are called in every language, for programs: «executive», «practicallyEqual».</summary>
internal static class Keys
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
