namespace SurveyGap.Web.Platform.Security;

/// <summary>What an account may do at a client; whoever has none does not learn that the client exists.</summary>
public enum Role
{
    /// <summary>Sees published results only.</summary>
    Reader = 1,

    /// <summary>Does everything.</summary>
    Consultant = 2,
}
