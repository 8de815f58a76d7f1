namespace SynthNotebooks.Contracts;

/// <summary>Reads back a model that stands around another one; carries <see cref="ModelWrapperAttribute"/>, with a constructor without parameters.</summary>
public interface IModelWrapper
{
    /// <summary>The wrapped model, which gives the same samples as the one that was saved.</summary>
    /// <param name="reader">What the wrapper wrote.</param>
    /// <param name="open">Opens the model inside from its own file's bytes.</param>
    /// <exception cref="ModelFormatException">Something is missing or does not fit together.</exception>
    IFittedGenerator Load(ModelReader reader, Func<byte[], IFittedGenerator> open);
}

/// <summary>Registers an <see cref="IModelWrapper"/> under the id that its files carry as <see cref="ModelArchive.WrapperName"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ModelWrapperAttribute(string id) : CatalogAttribute(id);
