using SurveyGap.Web.Platform.Audit;

namespace SurveyGap.Web.Features.Closing;

/// <summary>Which wave to close.</summary>
/// <param name="At">When: the release's date.</param>
/// <param name="By">Who; null for the calendar.</param>
public sealed record ClosingOrder(Guid Client, Guid Wave, DateTimeOffset At, Actor By = default);
