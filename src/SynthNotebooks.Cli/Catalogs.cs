using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Cli;

/// <summary>The catalogs of everything that ships with the tool.</summary>
internal static class Catalogs
{
    public static Catalog<GeneratorAttribute> Models() => new("model", typeof(IndependentGenerator).Assembly, typeof(AutoGenerator).Assembly);

    public static Catalog<MetricAttribute> Metrics() => new("metric", typeof(Evaluator).Assembly);

    public static Catalog<SimulatorAttribute> Simulators() => new("simulator", typeof(IndependentGenerator).Assembly);
}
