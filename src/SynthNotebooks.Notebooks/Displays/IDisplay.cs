namespace SynthNotebooks.Notebooks.Displays;

/// <summary>How values of a type look in a notebook; a class that implements it is found and registered by <see cref="DisplayFormatters"/>.</summary>
/// <remarks>Both views say the same, and the same value gives the same bytes.</remarks>
/// <typeparam name="T">The type, with all that derive from it or implement it.</typeparam>
public interface IDisplay<in T>
{
    /// <summary>For <c>text/html</c>; legible without style.</summary>
    Markup ToHtml(T value);

    /// <summary>For <c>text/plain</c>.</summary>
    string ToText(T value);
}
