using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace SurveyGap.Web.Platform.Localisation;

/// <summary>
/// The language of a request: the account's, else the browser's. A feature that knows better (a respondent's page)
/// puts its own <see cref="RequestCultureProvider"/> in front.
/// </summary>
internal static class RequestLanguage
{
    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [.. Languages.All.Select(language => CultureInfo.GetCultureInfo(language))];
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.DefaultRequestCulture = new RequestCulture(Languages.Default);
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(OfAccount),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }

    private static Task<ProviderCultureResult?> OfAccount(HttpContext context) =>
        Task.FromResult(context.User.FindFirst(Languages.Claim) is { Value: var language } ? new ProviderCultureResult(language) : null);
}
