using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Completion;

/// <summary>Fills missing cells and replaces columns of a table with a model's draws, block by block.</summary>
internal static class RowCompletion
{
    /// <summary>Rows a block, which has a random stream of its own; part of the definition of the result, so it never changes.</summary>
    public const int BlockRows = 4096;

    /// <summary>As <see cref="IImputer.Impute"/>.</summary>
    public static DataFrame Impute(ICompleting model, DataFrame table, SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        return Complete(model, table, new bool[model.Marginals.Count], filled: true, options);
    }

    /// <summary>As <see cref="IImputer.Redraw"/>.</summary>
    public static DataFrame Redraw(ICompleting model, DataFrame table, IReadOnlyList<string> columns, SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(options);
        string[] known = [.. model.Marginals.Select(marginal => marginal.Name)];
        if (columns.Count == 0) throw new ArgumentException($"No column to replace is named; the model knows {string.Join(", ", known)}.", nameof(columns));
        var redrawn = new bool[known.Length];
        foreach (var name in columns)
        {
            var at = Array.IndexOf(known, name);
            if (at < 0) throw new ArgumentException(UnknownColumn.Message(name, known), nameof(columns));
            if (redrawn[at]) throw new ArgumentException($"Column '{name}' is to be replaced twice; name it once.", nameof(columns));
            redrawn[at] = true;
        }
        return Complete(model, table, redrawn, filled: false, options);
    }

    private static DataFrame Complete(ICompleting model, DataFrame table, bool[] redrawn, bool filled, SampleOptions options)
    {
        var rows = Fitting(model, table, redrawn);
        var count = table.Columns.RowCount;
        if (count == 0 || !redrawn.Contains(true) && rows.Columns.All(column => column.NullCount == 0)) return table;
        var root = new SplitRandom(options.Seed);
        var (random, identifiers) = (root.Split("complete"), root.Split("identifiers"));
        var blocks = new Column?[(count + BlockRows - 1) / BlockRows][];
        var made = 0;
        Parallel.For(0, blocks.Length, new() { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = options.Cancellation }, block =>
        {
            var first = block * BlockRows;
            var gaps = new Gaps(rows.Slice(first, Math.Min(BlockRows, count - first)), redrawn, filled);
            blocks[block] = Block(model, gaps, first, random.Split((ulong)block), identifiers, options.Cancellation);
            options.Progress?.Report(new FitProgress((double)Interlocked.Increment(ref made) / blocks.Length, "completing rows"));
        });
        var columns = table.Columns.ToArray();
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            if (Array.TrueForAll(blocks, block => block[i] is null)) continue;
            Column[] parts = [.. blocks.Select((block, b) => block[i] ?? rows.Columns[i].Slice(b * BlockRows, Math.Min(BlockRows, count - b * BlockRows)))];
            columns[table.Columns.IndexOf(rows.Columns[i].Name)] = DataFrame.Concatenate([.. parts.Select(part => new DataFrame(part))]).Columns[0];
        }
        return new DataFrame(columns) { Origin = table.Origin };
    }

    // The completed columns of a block; null where nothing was drawn.
    private static Column?[] Block(ICompleting model, Gaps gaps, int first, SplitRandom random, SplitRandom identifiers, CancellationToken cancellation)
    {
        var columns = new Column?[gaps.Redrawn.Length];
        if (!Enumerable.Range(0, columns.Length).Any(gaps.In)) return columns;
        var draws = model.Draw(gaps, random.Split("draws"), cancellation);
        for (var i = 0; i < columns.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!gaps.In(i)) continue;
            var (marginal, own) = (model.Marginals[i], gaps.Rows.Columns[i]);
            var drawn = Drawn(gaps, i);
            var places = Array.ConvertAll(drawn, row => draws.Places[i][row]);
            bool[] missing = gaps.Redrawn[i] && marginal.MissingRate > 0 ? Array.ConvertAll(drawn, row => draws.Missing[i][row]) : [];
            var fresh = marginal is IRowNumbered numbered
                ? Numbered(numbered, first, own.Length, drawn, missing, identifiers.Split(marginal.Name))
                : MarginalSampling.Decoded(marginal, model.Schema.Columns[i], places, missing, random.Split(marginal.Name));
            fresh = fresh.WithFormat(model.Schema.Columns[i].Format ?? fresh.Format);
            columns[i] = gaps.Redrawn[i] ? fresh : Merged(own, fresh.WithFormat(own.Format), drawn);
        }
        return columns;
    }

    private static int[] Drawn(Gaps gaps, int column)
    {
        var own = gaps.Rows.Columns[column];
        var rows = new int[gaps.Redrawn[column] ? own.Length : own.NullCount];
        for (int row = 0, at = 0; row < own.Length; row++)
            if (gaps.Redrawn[column] || own.IsNull(row)) rows[at++] = row;
        return rows;
    }

    // Names of records, which follow from the number of the row in the table.
    private static Column Numbered(IRowNumbered marginal, int first, int rows, int[] drawn, bool[] missing, SplitRandom stream)
    {
        var gone = new bool[rows];
        for (var i = 0; i < missing.Length; i++) gone[drawn[i]] = missing[i];
        return marginal.Number(first, gone, stream).Take(drawn);
    }

    private static Column Merged(Column own, Column fresh, int[] drawn)
    {
        var rows = new int[own.Length];
        for (var row = 0; row < rows.Length; row++) rows[row] = row;
        for (var i = 0; i < drawn.Length; i++) rows[drawn[i]] = own.Length + i;
        return DataFrame.Concatenate([new(own), new(fresh)]).Columns[0].Take(rows);
    }

    // The model's columns in its order and kinds; those that are replaced anyway are not read.
    private static DataFrame Fitting(ICompleting model, DataFrame table, bool[] redrawn)
    {
        var columns = new Column[redrawn.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var (schema, name) = (model.Schema.Columns[i], model.Marginals[i].Name);
            if (!table.Columns.Contains(name)) throw new ArgumentException(UnknownColumn.Message(name, table.Columns.Select(column => column.Name)), nameof(table));
            columns[i] = redrawn[i] && table.Columns[name].Kind != schema.Kind
                ? model.Marginals[i].Decode(new double[table.Columns.RowCount], Enumerable.Repeat(true, table.Columns.RowCount).ToArray(), new SplitRandom(0))
                : ColumnConversion.Convert(table.Columns[name], schema.Kind, schema.Format);
        }
        return new DataFrame(columns);
    }
}
