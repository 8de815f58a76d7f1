using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>The quasi-identifiers of a table as codes; rows that are equal in all of them are one tuple.</summary>
internal sealed class QuasiTable
{
    /// <param name="table">The rows to release.</param>
    /// <param name="quasi">Names of the quasi-identifiers.</param>
    /// <param name="hierarchies">By name of column; a column without one takes the default.</param>
    /// <param name="population">Rows of the population, or null.</param>
    public QuasiTable(DataFrame table, IReadOnlyList<string> quasi, IReadOnlyDictionary<string, GeneralisationHierarchy> hierarchies, DataFrame? population)
    {
        Rows = (int)table.Rows.Count;
        var all = population is null ? table.Select(quasi) : Joined(table.Select(quasi), population, quasi);
        Columns = new QuasiColumn[quasi.Count];
        for (var i = 0; i < Columns.Length; i++)
            Columns[i] = new QuasiColumn(all.Columns[i], Rows, hierarchies.TryGetValue(quasi[i], out var own) ? own : DefaultHierarchy.Of(table[quasi[i]]));
        var (tuples, firstRows) = RowGroups.Of([.. all.Columns]);
        (TupleOfRow, HasPopulation) = (tuples, population is not null);
        Codes = new int[Columns.Length][];
        for (var i = 0; i < Columns.Length; i++)
        {
            Codes[i] = new int[firstRows.Length];
            for (var tuple = 0; tuple < firstRows.Length; tuple++) Codes[i][tuple] = Columns[i].Codes[firstRows[tuple]];
        }
        TupleSizes = new int[firstRows.Length];
        TuplePopulation = new int[firstRows.Length];
        for (var row = 0; row < tuples.Length; row++) (row < Rows ? TupleSizes : TuplePopulation)[tuples[row]]++;
    }

    /// <summary>Number of rows to release.</summary>
    public int Rows { get; }

    public bool HasPopulation { get; }

    public QuasiColumn[] Columns { get; }

    /// <summary>Codes at level 0 by column and tuple.</summary>
    public int[][] Codes { get; }

    /// <summary>The tuple of each row, those of the population behind those to release.</summary>
    public int[] TupleOfRow { get; }

    /// <summary>Rows to release by tuple.</summary>
    public int[] TupleSizes { get; }

    /// <summary>Rows of the population by tuple.</summary>
    public int[] TuplePopulation { get; }

    public int Tuples => TupleSizes.Length;

    private static DataFrame Joined(DataFrame table, DataFrame population, IReadOnlyList<string> quasi)
    {
        foreach (var name in quasi)
        {
            if (!population.Columns.Contains(name)) throw new AnonymityException($"The population lacks the quasi-identifier '{name}'.");
            if (population[name].Kind != table[name].Kind)
                throw new AnonymityException($"Column '{name}' is {population[name].Kind} in the population and {table[name].Kind} in the table.");
        }
        return DataFrame.Concatenate([table, population.Select(quasi)]);
    }
}
