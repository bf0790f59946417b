using SurveyGap.Web.CommandLine;

namespace SurveyGap.Web.Tests.Accounts;

public sealed class AccountAddTests
{
    [Theory]
    [InlineData("account add")]
    [InlineData("account add ana")]
    [InlineData("account add ana@@example.org")]
    [InlineData("account add ana@example.org --role consultant")]
    [InlineData("account add ana@example.org --language xx")]
    [InlineData("account link")]
    [InlineData("account link ana")]
    [InlineData("account link ana@example.org --role administrator")]
    public async Task What_cannot_be_an_account_is_wrong_usage(string arguments)
    {
        await using var error = new StringWriter();

        Assert.Equal(ExitCode.WrongUsage, await Commands.Run(arguments.Split(' '), TextWriter.Null, error));
        Assert.NotEmpty(error.ToString());
    }
}
