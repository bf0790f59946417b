using System.Security.Cryptography;
using System.Text;

namespace SurveyGap.Web.CommandLine.Demo;

/// <summary>Numbers that are the same at every start, so that loading can be broken off anywhere and begun again.</summary>
internal static class DemoId
{
    public static Guid Client { get; } = Of("client");

    public static Guid Study { get; } = Of("study");

    public static Guid Account { get; } = Of("account");

    public static Guid Done { get; } = Of("done");

    public static Guid Wave(int number) => Of($"wave {number}");

    public static Guid Invitation(int wave, int person) => Of($"wave {wave}, person {person}");

    private static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"SurveyGap demo: {name}")).AsSpan(0, 16));
}
