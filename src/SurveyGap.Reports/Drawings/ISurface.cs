namespace SurveyGap.Reports.Drawings;

/// <summary>What a drawing is painted on. There are two: SVG for the web, and a page of the PDF.</summary>
public interface ISurface
{
    /// <summary>Draws a line.</summary>
    void Paint(Line line);

    /// <summary>Draws a rectangle.</summary>
    void Paint(Box box);

    /// <summary>Draws an outline.</summary>
    void Paint(PathShape path);

    /// <summary>Draws a line of text.</summary>
    void Paint(Text text);

    /// <summary>Begins a group; what follows belongs to it until it is closed.</summary>
    void Open(Group group);

    /// <summary>Ends the group that was opened last.</summary>
    void Close();
}
