namespace SynthNotebooks.Generators.Completion;

/// <summary>Drawn cells, column by row; what stands where nothing was asked for has no meaning.</summary>
/// <param name="Places">Place of each cell on its marginal's uniform scale, 0 to 1 (excluded).</param>
/// <param name="Missing">Whether it came out missing.</param>
internal sealed record CellDraws(double[][] Places, bool[][] Missing)
{
    public static CellDraws Of(int columns, int rows)
    {
        var draws = new CellDraws(new double[columns][], new bool[columns][]);
        for (var i = 0; i < columns; i++) (draws.Places[i], draws.Missing[i]) = (new double[rows], new bool[rows]);
        return draws;
    }
}
