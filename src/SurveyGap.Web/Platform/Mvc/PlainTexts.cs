using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace SurveyGap.Web.Platform.Mvc;

/// <summary>
/// Texts from outside come without NUL and without halves of characters: PostgreSQL refuses both, and no keyboard writes them.
/// </summary>
internal sealed class PlainTexts : IModelBinderProvider
{
    // Headers hold neither, and have a binder of their own.
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string) && context.BindingInfo.BindingSource != BindingSource.Header
        ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
        : null;

    private static string Plain(string text) =>
        text.Contains('\0', StringComparison.Ordinal) || text.Any(char.IsSurrogate)
            ? string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0 && rune != Rune.ReplacementChar))
            : text;

    private sealed class Binder(SimpleTypeModelBinder ordinary) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await ordinary.BindModelAsync(bindingContext);
            if (bindingContext.Result is { IsModelSet: true, Model: string text })
                bindingContext.Result = ModelBindingResult.Success(Plain(text));
        }
    }
}
