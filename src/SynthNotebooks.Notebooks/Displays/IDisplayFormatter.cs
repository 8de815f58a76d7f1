namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Writes one type of value in the forms that notebooks show; found by <see cref="DisplayFormatters"/>, one class a type.</summary>
/// <remarks>Implementations have a constructor without parameters and keep no state.</remarks>
public interface IDisplayFormatter
{
    /// <summary>The type whose values are written; derived types too.</summary>
    Type Displays { get; }

    /// <summary>The forms, the preferred first; <c>text/plain</c> among them.</summary>
    IReadOnlyList<string> MimeTypes { get; }

    /// <summary>The value in one of the forms; the same value gives the same bytes.</summary>
    string Format(object value, string mimeType);
}
