using System.Reflection;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks;

/// <summary>What magics and extension methods draw on: the catalogs and the clock.</summary>
public sealed class Toolkit
{
    private static readonly Lazy<Toolkit> Shared = new(() => new Toolkit());

    /// <summary>Everything that ships with the toolkit.</summary>
    public static Toolkit Default => Shared.Value;

    /// <summary>The models that <c>--model</c> accepts.</summary>
    public Catalog<GeneratorAttribute> Models { get; init; } = new("model", Assembly.Load("SynthNotebooks.Generators"));

    /// <summary>Paces progress displays; no time enters an output.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
