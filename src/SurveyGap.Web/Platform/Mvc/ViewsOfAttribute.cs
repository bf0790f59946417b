namespace SurveyGap.Web.Platform.Mvc;

/// <summary>Shows the views that stand beside another controller, so that both show the very same pages.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ViewsOfAttribute(Type controller) : Attribute
{
    /// <summary>The controller that the views stand beside.</summary>
    public Type Controller { get; } = controller;
}
