namespace SurveyGap.Web.Features.Errors;

/// <summary>Names the texts of these pages, in every language that respondents read.</summary>
public sealed class Texts;
