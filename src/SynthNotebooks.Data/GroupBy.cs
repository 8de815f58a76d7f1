namespace SynthNotebooks.Data;

/// <summary>A table's rows in groups of equal keys, in order of first occurrence; missing keys form a group of their own.</summary>
public sealed class GroupBy
{
    private readonly DataFrame _frame;
    private readonly string[] _keys;
    private readonly int[] _groups; // group of each row
    private readonly int[] _firstRows;

    internal GroupBy(DataFrame frame, string[] keys)
    {
        if (keys.Length == 0) throw new ArgumentException("At least one column is needed to group by.", nameof(keys));
        (_frame, _keys) = (frame, keys);
        (_groups, _firstRows) = RowGroups.Of([.. keys.Select(key => frame[key])]);
    }

    /// <summary>Number of groups.</summary>
    public int GroupCount => _firstRows.Length;

    /// <summary>Keys and the number of rows of each group, in a column <c>Rows</c>.</summary>
    public DataFrame Size()
    {
        var sizes = new long[GroupCount];
        foreach (var group in _groups) sizes[group]++;
        return Figures([new Int64Column(_keys.Contains("Rows") ? "Rows_" : "Rows", sizes)]);
    }

    /// <summary>Keys and the number of cells that are not missing, of the named columns or of all others.</summary>
    public DataFrame Count(params IEnumerable<string> columns) => Figures(Chosen(columns, numeric: false).Select(column =>
    {
        var counts = new long[GroupCount];
        for (var row = 0; row < _groups.Length; row++)
            if (!column.IsNull(row)) counts[_groups[row]]++;
        return new Int64Column(column.Name, counts);
    }));

    /// <summary>Keys and sums of the named columns or of all other numeric ones; integers stay integers; missing where a group has no value.</summary>
    /// <exception cref="OverflowException">A sum of integers leaves 64 bits.</exception>
    public DataFrame Sum(params IEnumerable<string> columns) => Figures(Chosen(columns, numeric: true).Select(Column (column) => column is Int64Column integers ? Sum(integers) : Reals(column, mean: false)));

    /// <summary>Keys and means of the named columns or of all other numeric ones; missing where a group has no value.</summary>
    public DataFrame Mean(params IEnumerable<string> columns) => Figures(Chosen(columns, numeric: true).Select(column => Reals(column, mean: true)));

    /// <summary>Keys and smallest values of the named columns or of all others; missing where a group has no value.</summary>
    public DataFrame Min(params IEnumerable<string> columns) => WithKeys(Chosen(columns, numeric: false).Select(column => Extreme(column, smallest: true)));

    /// <summary>Keys and largest values of the named columns or of all others; missing where a group has no value.</summary>
    public DataFrame Max(params IEnumerable<string> columns) => WithKeys(Chosen(columns, numeric: false).Select(column => Extreme(column, smallest: false)));

    /// <summary>Keys and the values of each group's first row, of the named columns or of all others.</summary>
    public DataFrame First(params IEnumerable<string> columns) => WithKeys(Chosen(columns, numeric: false).Select(column => column.Take(_firstRows)));

    // Of a group of few rows a mean is nearly a record.
    private DataFrame Figures(IEnumerable<Column> columns)
    {
        var sizes = new int[GroupCount];
        foreach (var group in _groups) sizes[group]++;
        return new DataFrame(WithKeys(columns).Columns) { Origin = _frame.Origin, IsSummary = sizes.All(size => size >= DataFrame.FewestSummarised) };
    }

    private DataFrame WithKeys(IEnumerable<Column> columns) => new(_keys.Select(key => _frame[key].Take(_firstRows)).Concat(columns)) { Origin = _frame.Origin };

    private Column[] Chosen(IEnumerable<string> names, bool numeric)
    {
        var chosen = names.Select(name => _frame[name]).ToArray();
        if (chosen.Length > 0) return chosen;
        return [.. _frame.Columns.Where(column => !_keys.Contains(column.Name) && (!numeric || column.Kind is ColumnKind.Integer or ColumnKind.Real or ColumnKind.Boolean))];
    }

    private Int64Column Sum(Int64Column column)
    {
        var (sums, missing) = (new long[GroupCount], new bool[GroupCount]);
        missing.AsSpan().Fill(true);
        for (var row = 0; row < _groups.Length; row++)
        {
            if (column.IsNull(row)) continue;
            var group = _groups[row];
            missing[group] = false;
            sums[group] = checked(sums[group] + column.Values[row]);
        }
        return new Int64Column(column.Name, sums, NullMask.Of(missing));
    }

    private DoubleColumn Reals(Column column, bool mean)
    {
        var numbers = column.ToNumbers();
        var (sums, counts) = (new FixedOrderSum[GroupCount], new int[GroupCount]);
        for (var row = 0; row < numbers.Length; row++)
        {
            if (double.IsNaN(numbers[row])) continue;
            sums[_groups[row]].Add(numbers[row]);
            counts[_groups[row]]++;
        }
        var values = new double[GroupCount];
        for (var group = 0; group < values.Length; group++)
            values[group] = counts[group] == 0 ? double.NaN : mean ? sums[group].Value / counts[group] : sums[group].Value;
        return new DoubleColumn(column.Name, values);
    }

    private Column Extreme(Column column, bool smallest)
    {
        var keys = SortKeys.Of(column);
        var best = new int[GroupCount];
        best.AsSpan().Fill(-1);
        for (var row = 0; row < keys.Length; row++)
        {
            if (column.IsNull(row)) continue;
            ref var chosen = ref best[_groups[row]];
            if (chosen < 0 || (smallest ? keys[row] < keys[chosen] : keys[row] > keys[chosen])) chosen = row;
        }
        return NullFilling.TakeOrMissing(column, best);
    }
}
