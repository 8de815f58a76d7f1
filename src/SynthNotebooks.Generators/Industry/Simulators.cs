using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Industry;

/// <summary>The simulators of this library, by the name of their industry.</summary>
public static class Simulators
{
    /// <summary>What there is.</summary>
    public static Catalog<SimulatorAttribute> Catalog { get; } = new("simulator", typeof(Simulators).Assembly);

    /// <summary>The simulator of an industry.</summary>
    /// <exception cref="ArgumentException">There is none; the message tells the nearest id.</exception>
    public static ISimulator Create(string id) => (ISimulator)Activator.CreateInstance(Catalog[id].Type)!;
}
