using System.CommandLine;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Platform.Database;

namespace SurveyGap.Web.CommandLine;

/// <summary>Another link for somebody whose first one expired, or who forgot the password. It ends the account's sessions and earlier links.</summary>
internal static class AccountLink
{
    public static Command Command()
    {
        var email = AccountAdd.Email();
        var data = SettingOption.Data();

        Command link = new("link", "Print a new link that sets the password of an account.") { email, data };
        link.SetAction(async (parsed, stop) =>
        {
            await using var app = SurveyGapApp.Create(SettingOption.Given(parsed, data));
            var database = app.Services.GetRequiredService<DatabaseOpening>();
            database.RefuseNewCluster();
            await database.Open(stop);
            var address = parsed.GetValue(email)!;
            if (await app.Services.GetRequiredService<NewAccount>().LinkAgain(address, by: null, stop) is not { } again)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"{address} has no account, or a disabled one.");
                return ExitCode.BadInput;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(AccountAdd.Told(address, again));
            return ExitCode.Done;
        });
        return link;
    }
}
