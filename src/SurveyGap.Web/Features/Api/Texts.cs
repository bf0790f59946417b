namespace SurveyGap.Web.Features.Api;

/// <summary>Names the texts of this feature: <c>Texts.de.resx</c>, <c>Texts.en.resx</c>. The description for programs is made from the English ones.</summary>
public sealed class Texts;
