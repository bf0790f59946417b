namespace SurveyGap.Web.Platform.Security;

/// <summary>A page that shows other pages of ours in frames. Everywhere else frames are forbidden.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HoldsFramesAttribute : Attribute;

/// <summary>A page that may stand in a frame of ours, and nobody else's: there is nothing on it to be tricked into pressing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayBeFramedAttribute : Attribute;
