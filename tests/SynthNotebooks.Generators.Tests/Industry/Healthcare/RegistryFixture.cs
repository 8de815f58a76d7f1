using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Healthcare;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

/// <summary>200,000 patients, made once for all tests.</summary>
public sealed class RegistryFixture
{
    public const int Rows = 200_000;

    private static readonly Lazy<DataFrame> Shared = new(() => ((ISimulator)new HealthcareSimulator()).Simulate(Rows, new SimulationOptions { Seed = 11 }));

    public DataFrame Table => Shared.Value;

    /// <summary>A column as numbers, NaN where missing.</summary>
    public double[] Numbers(string column) => Table[column].ToNumbers();

    public string?[] Texts(string column) => [.. Enumerable.Range(0, Rows).Select(Table[column].GetText)];

    public bool[] Flags(string column) => ((BooleanColumn)Table[column]).Values.ToArray();

    /// <summary>Share of the rows in a group that have a property, and the size of the group.</summary>
    public static (double Share, int Size) ShareOf(Func<int, bool> property, Func<int, bool> group)
    {
        int size = 0, hits = 0;
        for (var i = 0; i < Rows; i++)
        {
            if (!group(i)) continue;
            size++;
            if (property(i)) hits++;
        }
        return ((double)hits / size, size);
    }
}
