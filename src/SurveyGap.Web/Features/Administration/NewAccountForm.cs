using Microsoft.AspNetCore.Mvc.ModelBinding;
using SurveyGap.Web.Features.Accounts;
using SurveyGap.Web.Features.Shared;
using SurveyGap.Web.Platform.Localisation;

namespace SurveyGap.Web.Features.Administration;

/// <summary>Somebody who is to sign in.</summary>
public sealed record NewAccountForm
{
    public const int LongestName = 200;

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string Language { get; init; } = Languages.Default;

    public bool IsAdministrator { get; init; }

    /// <summary>Key of the text that says what is wrong.</summary>
    [BindNever]
    public string? Fault { get; init; }

    public string? Check() => this switch
    {
        _ when !PlainText.IsName(Name, LongestName) => "Name.Missing",
        _ when !MailAddressForm.Fits(Email.Trim()) => "Email.NoAddress",
        _ when !Languages.Workspace.Contains(Language) => "Language.Unknown",
        _ => null,
    };

    public AccountDraft ToDraft() => new(Email.Trim(), Name.Trim(), Language, IsAdministrator);
}
