using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>A mixture of products: given the component, columns are independent. Immutable.</summary>
internal sealed class ProductMixture
{
    private readonly float[] _logWeights, _logTable;

    /// <param name="layout">Columns and their slots.</param>
    /// <param name="weights">Shares of the components, sum 1.</param>
    /// <param name="emissions">Component by slot: probability of each state; extra slots are filled in here.</param>
    public ProductMixture(StateLayout layout, float[] weights, float[] emissions)
    {
        (Layout, Weights, Emissions) = (layout, weights, emissions);
        FillExtraSlots();
        Lanes = LaneSums.Padded(weights.Length);
        _logWeights = new float[Lanes];
        _logTable = new float[layout.Slots * Lanes];
        _logWeights.AsSpan(weights.Length).Fill(-1e30f);
        for (var c = 0; c < weights.Length; c++)
        {
            _logWeights[c] = Log(weights[c]);
            for (var slot = 0; slot < layout.Slots; slot++) _logTable[slot * Lanes + c] = Log(emissions[c * layout.Slots + slot]);
        }
    }

    public StateLayout Layout { get; }

    public int Components => Weights.Length;

    /// <summary>Number of components with padding.</summary>
    public int Lanes { get; }

    public float[] Weights { get; }

    public float[] Emissions { get; }

    /// <summary>Responsibilities of the components for a row, up to their sum.</summary>
    /// <param name="row">Slots of the row's cells.</param>
    /// <param name="offsets">Work space, one a column.</param>
    /// <param name="into">Length <see cref="Lanes"/>.</param>
    /// <param name="sum">Sum of what was written.</param>
    /// <returns>Natural logarithm of the row's probability.</returns>
    public double Responsibilities(ReadOnlySpan<ushort> row, Span<int> offsets, Span<float> into, out float sum)
    {
        for (var i = 0; i < row.Length; i++) offsets[i] = (Layout.Starts[i] + row[i]) * Lanes;
        LaneSums.AddRows(_logWeights, _logTable, offsets, into);
        sum = LaneSums.ExpRelative(into, out var largest);
        return largest + PortableMath.Log(sum);
    }

    private void FillExtraSlots()
    {
        for (var c = 0; c < Weights.Length; c++)
        {
            for (var i = 0; i < Layout.Columns; i++)
            {
                var at = c * Layout.Slots + Layout.Starts[i];
                var bins = Layout.Bins[i];
                Emissions[at + StateTable.Unknown(bins)] = 1;
                Emissions[at + StateTable.Present(bins)] = bins.MissingState < 0 ? 1 : MathF.Max(0, 1 - Emissions[at + bins.MissingState]);
            }
        }
    }

    private static float Log(float x) => x > 1e-30f ? (float)PortableMath.Log(x) : -70;
}
