namespace SynthNotebooks.Generators.Private;

/// <summary>Real rows as states. What is counted here is exact and private: only <see cref="PrivateReading"/> may look.</summary>
/// <param name="States">For each column the state of each row.</param>
/// <param name="Domain">Number of states of each column.</param>
internal sealed record DiscreteTable(ushort[][] States, int[] Domain)
{
    /// <summary>Number of rows; private.</summary>
    public int Rows => States[0].Length;

    /// <summary>Exact number of rows in each cell of a marginal, columns ascending, row-major.</summary>
    public long[] Counts(AttributeSet columns)
    {
        var counts = new long[TableShape.Of(columns, Domain).Cells];
        var members = columns.Members;
        switch (members.Length)
        {
            case 1:
                foreach (var state in States[members[0]]) counts[state]++;
                return counts;
            case 2:
                Pairs(States[members[0]], States[members[1]], Domain[members[1]], counts);
                return counts;
            case 3:
                Triples(States[members[0]], States[members[1]], States[members[2]], Domain[members[1]], Domain[members[2]], counts);
                return counts;
        }
        var cells = new int[Rows];
        foreach (var column in members)
        {
            var (states, size) = (States[column], Domain[column]);
            for (var row = 0; row < cells.Length; row++) cells[row] = cells[row] * size + states[row];
        }
        foreach (var cell in cells) counts[cell]++;
        return counts;
    }

    private static void Pairs(ushort[] a, ushort[] b, int sizeB, long[] counts)
    {
        for (var row = 0; row < a.Length; row++) counts[a[row] * sizeB + b[row]]++;
    }

    private static void Triples(ushort[] a, ushort[] b, ushort[] c, int sizeB, int sizeC, long[] counts)
    {
        for (var row = 0; row < a.Length; row++) counts[(a[row] * sizeB + b[row]) * sizeC + c[row]]++;
    }
}
