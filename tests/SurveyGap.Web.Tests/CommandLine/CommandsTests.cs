using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web.Tests.CommandLine;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("anlayze", "anlayze")]
    [InlineData("--ulrs=http://127.0.0.1:1", "--ulrs")]
    [InlineData("serve", "now", "now")]
    public async Task A_mistyped_verb_or_option_is_wrong_usage(params string[] argsAndMention)
    {
        using StringWriter output = new(), error = new();

        var code = await Commands.Run(argsAndMention[..^1], output, error);

        Assert.Equal(ExitCode.WrongUsage, code);
        Assert.Contains(argsAndMention[^1], error.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:5081", "--data", "elsewhere")]
    [InlineData("serve", "--demo")]
    [InlineData("--environment=Development", "--contentRoot=/", "--Waves:KeyDirectory=keys")]
    public void Serve_is_the_default_and_takes_settings(params string[] args) =>
        Assert.Empty(Commands.Root().Parse(args).Errors);
}
