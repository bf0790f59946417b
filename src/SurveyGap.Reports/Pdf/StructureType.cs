namespace SurveyGap.Reports.Pdf;

/// <summary>The standard structure types of ISO 32000-1, 14.8.4, by their own names.</summary>
public enum StructureType
{
#pragma warning disable CS1591 // The names are the standard's, and so is their meaning.
    Document, Part, Sect, Div, BlockQuote, Caption, TOC, TOCI,
    H1, H2, H3, H4, H5, H6, P,
    L, LI, Lbl, LBody,
    Table, THead, TBody, TFoot, TR, TH, TD,
    Span, Quote, Note, Reference, Link, Figure,
#pragma warning restore CS1591
}

/// <summary>What a header cell (TH) is the header of.</summary>
public enum HeaderScope
{
    /// <summary>The cells below it.</summary>
    Column,

    /// <summary>The cells beside it.</summary>
    Row,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>How a list (L) marks its items.</summary>
public enum ListNumbering
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>With a dot.</summary>
    Disc,

#pragma warning disable CA1720 // The standard's own name.
    /// <summary>With numbers.</summary>
    Decimal,
#pragma warning restore CA1720
}
