using System.Reflection;

namespace SynthNotebooks.Contracts;

/// <summary>What made a model.</summary>
/// <param name="Generator">Id in the catalog of generators.</param>
/// <param name="Options">The generator's options as text, by name.</param>
/// <param name="Seed">Of the fit.</param>
public sealed record ModelOrigin(string Generator, IReadOnlyDictionary<string, string> Options, ulong Seed)
{
    /// <summary>The origin of a model that a generator is about to fit.</summary>
    /// <typeparam name="TGenerator">Carries a <see cref="GeneratorAttribute"/>.</typeparam>
    /// <param name="options">Its options record.</param>
    /// <param name="seed">Of the fit.</param>
    public static ModelOrigin Of<TGenerator>(object options, ulong seed)
        where TGenerator : IGenerator
    {
        ArgumentNullException.ThrowIfNull(options);
        var attribute = typeof(TGenerator).GetCustomAttribute<GeneratorAttribute>()
            ?? throw new InvalidOperationException($"{typeof(TGenerator)} carries no {nameof(GeneratorAttribute)}.");
        return new(attribute.Id, OptionsRecord.Of(options.GetType()).Describe(options), seed);
    }
}
