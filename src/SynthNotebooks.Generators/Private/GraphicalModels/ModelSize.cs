using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Private;

/// <summary>How large the tables of a model's junction tree may become: what would exceed it is not chosen.</summary>
/// <remarks>
/// The size is that after triangulation, where marginals and combinations that are ruled out grow into larger cliques. It counts 8 bytes a cell, as in the sources; a fit takes some
/// ten times as much memory. Sources: McKenna, Sheldon, Miklau, ICML 2019, arXiv:1901.09136; McKenna, Mullins, Sheldon, Miklau, PVLDB 15(11), 2022, arXiv:2201.12677 (the limit).
/// </remarks>
/// <param name="megabytes">The limit, in 10^6 bytes.</param>
/// <param name="domain">Number of states of each column.</param>
/// <param name="zeros">Sets of columns that stand in the model from the start.</param>
internal sealed class ModelSize(double megabytes, int[] domain, IReadOnlyList<AttributeSet> zeros)
{
    /// <summary>Name of the option that sets the limit.</summary>
    public const string Option = "model-megabytes";

    /// <summary>Number of states of each column.</summary>
    public int[] Domain => domain;

    /// <summary>What stands in the model from the start.</summary>
    public IReadOnlyList<AttributeSet> Zeros => zeros;

    /// <summary>Most cells of all cliques together.</summary>
    public double MostCells => CellsOf(megabytes);

    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
    public static void Validate(double modelMegabytes) => Require.InRange(modelMegabytes, 0.01, 1000);

    /// <summary>Cells that a limit allows.</summary>
    public static double CellsOf(double megabytes) => megabytes * 1e6 / sizeof(double);

    /// <summary>Megabytes that cells take.</summary>
    public static double MegabytesOf(double cells) => cells * sizeof(double) / 1e6;

    /// <summary>Cells of the cliques around some sets; a double, as it may be astronomic. Cost: a triangulation.</summary>
    public double Cells(IEnumerable<AttributeSet> sets) => Triangulation.Cells(Triangulation.Cliques(domain, [.. sets, .. zeros]), domain);

    /// <summary>Whether a model with these sets stays within a share of the limit.</summary>
    public bool Fits(IEnumerable<AttributeSet> sets, double share = 1) => Cells(sets) <= share * MostCells;
}
