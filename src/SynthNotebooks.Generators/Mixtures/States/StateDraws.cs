namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Rows that are being drawn, column by row.</summary>
/// <param name="States">State of each cell.</param>
/// <param name="Uniforms">Beside each state a uniform number, which becomes a place on the marginal's scale.</param>
internal sealed record StateDraws(ushort[][] States, double[][] Uniforms)
{
    public int Rows => States[0].Length;

    public static StateDraws Of(StateLayout layout, int rows)
    {
        var draws = new StateDraws(new ushort[layout.Columns][], new double[layout.Columns][]);
        for (var i = 0; i < layout.Columns; i++) (draws.States[i], draws.Uniforms[i]) = (new ushort[rows], new double[rows]);
        return draws;
    }

    /// <summary>Moves the rows of another to given places.</summary>
    public void Place(StateDraws source, ReadOnlySpan<int> rows)
    {
        for (var i = 0; i < States.Length; i++)
        {
            for (var row = 0; row < rows.Length; row++)
                (States[i][rows[row]], Uniforms[i][rows[row]]) = (source.States[i][row], source.Uniforms[i][row]);
        }
    }
}
