using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;

namespace SurveyGap.Web.Platform.Mvc;

/// <summary>
/// What the path names comes from the path. By itself the framework asks the form first, a GET's too:
/// permission would be checked for <c>/clients/A</c>, and the action work on the client that a form field names.
/// </summary>
internal sealed class PathParameters : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var named = action.Selectors.Concat(action.Controller.Selectors)
            .Select(selector => selector.AttributeRouteModel?.Template)
            .OfType<string>()
            .SelectMany(template => RoutePatternFactory.Parse(template).Parameters)
            .Select(parameter => parameter.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        foreach (var parameter in action.Parameters.Where(parameter => named.Contains(parameter.Name)))
            (parameter.BindingInfo ??= new BindingInfo()).BindingSource = BindingSource.Path;
    }
}
