using System.Globalization;
using SurveyGap.Analysis.Surveys;

namespace SurveyGap.Web.Features.Answering;

/// <summary>What a page sent and the sheet cannot hold.</summary>
/// <param name="Sent">What was entered, so that the page can show it again.</param>
public sealed record Fault(Question Question, FaultKind Kind, IReadOnlyList<string> Sent)
{
    /// <summary>What the message about it names.</summary>
    public string Detail => Kind is FaultKind.TooMany ? Sent.Count.ToString(CultureInfo.CurrentCulture) : Sent[0];
}

public enum FaultKind
{
    /// <summary>More than three options.</summary>
    TooMany,

    /// <summary>Not a number that this scale has.</summary>
    NotANumber,
}
