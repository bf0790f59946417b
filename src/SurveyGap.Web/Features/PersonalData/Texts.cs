namespace SurveyGap.Web.Features.PersonalData;

/// <summary>Names the texts of this feature: <c>Texts.de.resx</c>, <c>Texts.en.resx</c>.</summary>
public sealed class Texts;
