namespace SurveyGap.Web.Features.Answering;

/// <summary>Names the words that respondents read: <c>Texts.de.resx</c> and its sisters. A further language is a further file.</summary>
public sealed class Texts;
