namespace SurveyGap.Web.Features.Unsubscribe;

/// <summary>Names the texts of these pages, in the languages of the mails.</summary>
public sealed class Texts;
