namespace SurveyGap.Web.Features.Mail;

/// <summary>Names the texts of the workspace's pages on mails: <c>Texts.de.resx</c>, <c>Texts.en.resx</c>.</summary>
public sealed class Texts;
