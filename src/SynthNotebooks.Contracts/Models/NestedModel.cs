using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Saves a fitted model as a part of another, with its own origin and schema.</summary>
public static class NestedModel
{
    private const string Generator = "generator", Seed = "seed", OptionNames = "option-names", OptionTexts = "option-texts", SchemaText = "schema", Content = "content";

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model within.</param>
    /// <param name="writer">A part of the outer model that holds nothing else.</param>
    /// <exception cref="NotSupportedException">The model cannot be saved.</exception>
    public static void Save(IFittedGenerator model, ModelWriter writer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(writer);
        var inner = model as IPersistable ?? throw new NotSupportedException($"A model of type {model.GetType().Name} cannot be saved.");
        var options = inner.Origin.Options.OrderBy(option => option.Key, StringComparer.Ordinal).ToArray();
        writer.Write(Generator, inner.Origin.Generator);
        writer.Write(Seed, inner.Origin.Seed);
        writer.WriteTexts(OptionNames, [.. options.Select(option => option.Key)]);
        writer.WriteTexts(OptionTexts, [.. options.Select(option => option.Value)]);
        writer.Write(SchemaText, model.Schema.ToJson());
        inner.Save(writer.Part(Content));
    }

    /// <summary>Reads a model that <see cref="Save"/> wrote.</summary>
    /// <param name="reader">The same part.</param>
    /// <param name="catalog">Where its generator is looked up.</param>
    /// <exception cref="ModelFormatException">Something is missing or does not fit together, or the generator is unknown.</exception>
    public static IFittedGenerator Load(ModelReader reader, Catalog<GeneratorAttribute> catalog)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(catalog);
        var (names, texts) = (reader.Texts(OptionNames), reader.Texts(OptionTexts));
        if (names.Count != texts.Count) throw new ModelFormatException($"The model within has {names.Count} names of options and {texts.Count} texts.");
        var options = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
            if (!options.TryAdd(names[i], texts[i])) throw new ModelFormatException($"The model within has option '{names[i]}' twice.");
        var origin = new ModelOrigin(reader.Text(Generator), options, reader.Unsigned(Seed));
        if (!catalog.Ids.Contains(origin.Generator)) throw new ModelFormatException(UnknownColumn.Message(catalog.What, origin.Generator, catalog.Ids));
        TableSchema schema;
        try
        {
            schema = TableSchema.FromJson(reader.Text(SchemaText));
        }
        catch (Exception failure) when (failure is DataLoadException or System.Text.Json.JsonException or FormatException or ArgumentException)
        {
            throw new ModelFormatException($"The schema of the model within is damaged: {failure.Message}", failure);
        }
        return GeneratorFactory.Create(catalog, origin.Generator, options) is IModelLoader loader
            ? loader.Load(reader.Part(Content, origin, schema))
            : throw new ModelFormatException($"Models of '{origin.Generator}' cannot be opened.");
    }
}
