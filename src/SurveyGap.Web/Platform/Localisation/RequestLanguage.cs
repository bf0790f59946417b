using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;

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
        // «ü» as itself and not as a number: a page of French is a tenth smaller, and readable in its source.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [.. Languages.All.Select(language => CultureInfo.GetCultureInfo(language))];
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.DefaultRequestCulture = new RequestCulture(Languages.Default);
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Task.FromResult(Spoken([context.User.FindFirst(Languages.Claim)?.Value]))),
                new CustomRequestCultureProvider(context => Task.FromResult(Spoken(AskedBy(context)))),
            ];
        });
    }

    private static ProviderCultureResult? Spoken(IEnumerable<string?> languages) =>
        languages.FirstOrDefault(language => Languages.Workspace.Contains(language)) is { } spoken ? new ProviderCultureResult(spoken) : null;

    // «de-CH» asks for «de».
    private static IEnumerable<string?> AskedBy(HttpContext context) => context.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant());
}
