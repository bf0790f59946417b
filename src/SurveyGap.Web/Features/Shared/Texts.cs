namespace SurveyGap.Web.Features.Shared;

/// <summary>Names the words that several features share: <c>Texts.de.resx</c>, <c>Texts.en.resx</c>.</summary>
public sealed class Texts;
