using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks;

/// <summary>The magics' verbs that begin with a file.</summary>
public static class Synth
{
    /// <summary>Opens a model that was saved.</summary>
    /// <exception cref="ModelFormatException">The file is no such model, or was damaged.</exception>
    public static IFittedGenerator Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ModelArchive.Open(path, Toolkit.Default.Models);
    }
}
