using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace SurveyGap.Web.Platform.Mvc;

/// <summary>Views stand beside their controller: <c>Features/Accounts/SignIn.cshtml</c>; layouts in <c>Features/Shared</c>.</summary>
internal sealed class FeatureViews : IViewLocationExpander
{
    private const string Key = "feature";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor action
            && (action.EndpointMetadata.OfType<ViewsOfAttribute>().FirstOrDefault()?.Controller ?? action.ControllerTypeInfo.AsType()).Namespace is { } name)
            context.Values[Key] = name[(name.LastIndexOf('.') + 1)..];
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values.TryGetValue(Key, out var feature))
            yield return $"/Features/{feature}/{{0}}.cshtml";
        yield return "/Features/Shared/{0}.cshtml";
    }
}
