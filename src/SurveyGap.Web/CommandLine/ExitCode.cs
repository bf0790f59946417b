namespace SurveyGap.Web.CommandLine;

/// <summary>What the program returns to the shell.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int BadInput = 1;
    public const int WrongUsage = 2;
}
