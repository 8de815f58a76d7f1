namespace SynthNotebooks.Contracts;

/// <summary>A fitted model that can be saved as plain arrays and numbers.</summary>
public interface IPersistable
{
    /// <summary>What made the model.</summary>
    ModelOrigin Origin { get; }

    /// <summary>Writes everything that sampling needs; nothing else about the training rows.</summary>
    void Save(ModelWriter writer);
}

/// <summary>A generator that can read back the models it saved; implemented beside <see cref="IGenerator"/>.</summary>
public interface IModelLoader
{
    /// <summary>The model, which gives the same samples as the one that was saved.</summary>
    /// <exception cref="ModelFormatException">Something is missing or does not fit together.</exception>
    IFittedGenerator Load(ModelReader reader);
}
