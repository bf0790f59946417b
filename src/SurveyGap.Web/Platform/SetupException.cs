namespace SurveyGap.Web.Platform;

/// <summary>The machine or its settings lack something that the program needs; the message tells a person what, and the ways out.</summary>
public sealed class SetupException(string message) : Exception(message);
