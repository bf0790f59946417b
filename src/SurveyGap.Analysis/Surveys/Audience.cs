namespace SurveyGap.Analysis.Surveys;

/// <summary>One of the three groups that are asked the same questions. The numbers are stored: never renumber.</summary>
public enum Audience
{
    /// <summary>The executives: the picture in the mirror.</summary>
    Executive = 1,

    /// <summary>The employees: as seen from the inside.</summary>
    Employee = 2,

    /// <summary>The customers: the picture at the counter.</summary>
    Customer = 3,
}
