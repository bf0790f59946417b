using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>Answers brought in from elsewhere.</summary>
/// <param name="Attributes">What <see cref="Response.Segments"/> hold, in their order; «language» is one of them.</param>
/// <param name="Rows">One respondent each, in the order of the file.</param>
public sealed record Answers(IReadOnlyList<string> Attributes, IReadOnlyList<AnswersRow> Rows);

/// <param name="Line">Where the row begins in the file.</param>
/// <param name="Response">The answers; executives carry no segments.</param>
/// <param name="Comments">Free text by the key of a dimension or a question.</param>
public sealed record AnswersRow(int Line, Response Response, IReadOnlyDictionary<string, string> Comments);
