using System.Globalization;
using System.Reflection;

namespace SynthNotebooks.Contracts;

/// <summary>Makes generators by id and option texts, as magics and the command line need them.</summary>
public static class GeneratorFactory
{
    /// <summary>Makes a generator.</summary>
    /// <param name="catalog">Where the id is looked up.</param>
    /// <param name="id">E.g. <c>copula</c>.</param>
    /// <param name="options">Name and text of those options that differ from their defaults; null for none.</param>
    /// <exception cref="ArgumentException">The id or an option is unknown, or an option is not legal; the message tells the nearest name or the legal range.</exception>
    public static IGenerator Create(Catalog<GeneratorAttribute> catalog, string id, IReadOnlyDictionary<string, string>? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var entry = catalog[id];
        var record = OptionsRecord.Of(entry.Attribute.Options).Bind(options);
        return (IGenerator)Activator.CreateInstance(entry.Type, BindingFlags.DoNotWrapExceptions | BindingFlags.Instance | BindingFlags.Public | BindingFlags.CreateInstance, null, [record], CultureInfo.InvariantCulture)!;
    }

    /// <summary>Whether a model has an option of a name, e.g. <c>seconds</c> when it spends a given time itself.</summary>
    /// <exception cref="ArgumentException">The id is unknown; the message tells the nearest.</exception>
    public static bool HasOption(Catalog<GeneratorAttribute> catalog, string id, string option)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return OptionsRecord.Of(catalog[id].Attribute.Options).Parameters.Any(parameter => parameter.Name == option);
    }
}
