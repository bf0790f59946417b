using System.CommandLine;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Database;
using SurveyGap.Web.Platform.Localisation;

namespace SurveyGap.Web.CommandLine;

/// <summary>The first account of an installation, and any other: prints the link by which its person chooses a password.</summary>
internal static class AccountAdd
{
    private const int LongestName = 200;

    public static Command Command()
    {
        var email = Email();
        Option<string?> role = new("--role") { Description = "administrator: runs the installation. Without it, the account waits for its clients." };
        role.AcceptOnlyFromAmong("administrator");
        Option<string?> name = new("--name") { Description = "The person's name (default: the address).", HelpName = "NAME" };
        Option<string> language = new("--language") { Description = "The language of the person's screens.", DefaultValueFactory = _ => Languages.Default };
        language.AcceptOnlyFromAmong([.. Languages.Workspace]);
        var data = SettingOption.Data();

        name.Validators.Add(given =>
        {
            if (!PlainText.IsName(given.GetValueOrDefault<string?>(), LongestName))
                given.AddError("--name is a name of 1 to 200 characters.");
        });
        Command add = new("add", "Add an account, and print the link that sets its password.") { email, role, name, language, data };
        add.SetAction(async (parsed, stop) =>
        {
            await using var app = SurveyGapApp.Create(SettingOption.Given(parsed, data));
            await app.Services.GetRequiredService<DatabaseOpening>().Open(stop);
            var address = parsed.GetValue(email)!;
            AccountDraft draft = new(address, parsed.GetValue(name) ?? address, parsed.GetValue(language)!, parsed.GetValue(role) is not null);
            if (await app.Services.GetRequiredService<NewAccount>().Add(draft, by: null, stop) is not { } added)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"{address} has an account already.");
                return ExitCode.BadInput;
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(Told(address, added.Link));
            return ExitCode.Done;
        });
        return add;
    }

    internal static Argument<string> Email()
    {
        Argument<string> email = new("email") { Description = "The address that the person signs in with.", HelpName = "EMAIL" };
        email.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var address }] && !MailAddressForm.Fits(address))
                result.AddError($"'{address}' is not an e-mail address.");
        });
        return email;
    }

    internal static string Told(string address, Uri link) => $"{address} can choose a password here, once, within three days:\n{link}";
}
