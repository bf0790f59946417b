namespace SurveyGap.Web.Features.Invitations;

/// <summary>Names the words of this feature: <c>Texts.de.resx</c>, <c>Texts.en.resx</c>.</summary>
public sealed class Texts;
