namespace SynthNotebooks.Kernel.Sessions;

/// <summary>Where a running cell's outputs go; thread-safe, never blocks for long (streams are batched behind it).</summary>
public interface ICellOutput
{
    /// <summary>Text the cell printed.</summary>
    void Write(OutputStream stream, string text);

    /// <summary>Shows data; with an id it can be updated later, from other cells too.</summary>
    void Display(MimeBundle data, string? displayId = null);

    /// <summary>Replaces what was shown under an id.</summary>
    void Update(MimeBundle data, string displayId);

    /// <summary>The value of the cell's last expression; at most once a cell.</summary>
    void Result(MimeBundle data);

    /// <summary>Clears the cell's outputs; with <paramref name="wait"/> when the next output comes.</summary>
    void Clear(bool wait);

    /// <summary>Asks the user for a line.</summary>
    /// <exception cref="InvalidOperationException">The front end does not offer input.</exception>
    string ReadLine(string prompt, bool password);
}

/// <summary>The two text streams of a cell.</summary>
public enum OutputStream
{
    /// <summary>stdout.</summary>
    Out,

    /// <summary>stderr.</summary>
    Error,
}
