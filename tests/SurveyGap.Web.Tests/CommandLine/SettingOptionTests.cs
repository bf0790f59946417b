namespace SurveyGap.Web.Tests.CommandLine;

/// <summary>What neither the command line nor a file says has a default; what a file says is not overruled by one.</summary>
public sealed class SettingOptionTests
{
    [Fact]
    public async Task Without_any_setting_the_app_listens_on_loopback()
    {
        await using var app = SurveyGapApp.Create([]);

        Assert.Equal("http://127.0.0.1:5080", app.Configuration["urls"]);
    }

    [Fact]
    public void An_option_that_is_left_out_is_no_setting()
    {
        var serve = Web.CommandLine.Commands.Root().Parse(["serve"]);

        Assert.Empty(serve.Errors);
        Assert.All(serve.CommandResult.Command.Options.OfType<System.CommandLine.Option<string?>>(), option => Assert.Null(serve.GetValue(option)));
    }
}
