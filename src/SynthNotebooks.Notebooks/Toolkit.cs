using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Generators.Industry;
using SynthNotebooks.Notebooks.Live;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Notebooks;

/// <summary>What magics and extension methods draw on: the catalogs and the clock.</summary>
public sealed class Toolkit
{
    private static readonly Lazy<Toolkit> Shared = new(() => new Toolkit());

    /// <summary>Everything that ships with the toolkit.</summary>
    public static Toolkit Default => Shared.Value;

    /// <summary>The models that <c>--model</c> accepts.</summary>
    public Catalog<GeneratorAttribute> Models { get; init; } = new("model", typeof(Simulators).Assembly, typeof(AutoGenerator).Assembly);

    /// <summary>The simulators that <c>#!simulate</c> accepts.</summary>
    public Catalog<SimulatorAttribute> Simulators { get; init; } = Generators.Industry.Simulators.Catalog;

    /// <summary>The scores of a synthetic table.</summary>
    public Catalog<MetricAttribute> Metrics { get; init; } = MetricCatalog.Metrics;

    /// <summary>The attacks on a synthetic table.</summary>
    public Catalog<AttackAttribute> Attacks { get; init; } = AttackCatalog.Attacks;

    /// <summary>Folder of the privacy ledger where a magic names none; null for <see cref="Releases.LedgerPlace"/>.</summary>
    public string? Ledger { get; init; }

    /// <summary>Outputs that can ask the kernel for more, where the host lets them.</summary>
    public LiveOutputs Live { get; init; } = new();

    /// <summary>Paces progress displays; no time enters an output.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
