using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks;

/// <summary>The magics' verbs on fitted models, for C# code; sampling is a member of the model itself.</summary>
public static class ModelVerbs
{
    /// <summary>Saves the model as one portable file, whole or not at all.</summary>
    /// <exception cref="NotSupportedException">The model cannot be saved.</exception>
    public static void Save(this IFittedGenerator model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ModelArchive.Save(model, path);
    }
}
