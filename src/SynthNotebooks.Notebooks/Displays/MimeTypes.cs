namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Names of the forms that displays are written in.</summary>
public static class MimeTypes
{
    /// <summary>Legible everywhere; carries the finding in words.</summary>
    public const string Text = "text/plain";

    /// <summary>A picture without script or outside references.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>A figure for plotly.js.</summary>
    public const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>A fragment of a page.</summary>
    public const string Html = "text/html";
}
