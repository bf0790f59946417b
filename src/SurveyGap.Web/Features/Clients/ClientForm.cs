namespace SurveyGap.Web.Features.Clients;

/// <summary>What a consultant sets for a client.</summary>
public sealed record ClientForm
{
    public const int LongestName = 200;
}
