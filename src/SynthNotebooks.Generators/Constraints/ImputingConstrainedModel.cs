using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>A constrained model around one that fills missing cells.</summary>
internal sealed class ImputingConstrainedModel(ConstrainedParts parts) : ConstrainedModel(parts), IImputer
{
    private const int Attempts = 10, Redraws = 50, DrawnRows = 1024;

    /// <summary>Fills missing cells such that the constraints hold; cells of a row for which that fails ten times stay missing, e.g. the operands of a formula whose result is there.</summary>
    public DataFrame Impute(DataFrame table, SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        var own = table.Select(Schema.Columns.Select(column => column.Name));
        var rows = new int[table.Rows.Count]; // of the attempts, one below the other; the table itself comes first
        for (var row = 0; row < rows.Length; row++) rows[row] = row;
        int[] open = [.. rows.Where(row => own.Columns.Any(column => column.IsNull(row)))];
        var results = new List<DataFrame> { own };
        var above = rows.Length;
        for (var attempt = 0; attempt < Attempts && open.Length > 0; attempt++)
        {
            var copies = attempt == 0 ? 1 : Math.Max(1, DrawnRows / open.Length);
            var part = own.Take([.. Enumerable.Range(0, open.Length * copies).Select(i => open[i / copies])]);
            var filled = Filled(part, options with { Seed = new SplitRandom(options.Seed).Split((ulong)attempt).NextUInt64(), Progress = null });
            var broken = Broken(filled);
            results.Add(filled.WithOrigin(own.Origin));
            var gaps = Enumerable.Range(0, broken.Length).Select(i => filled.Columns.Any(column => column.IsNull(i))).ToArray();
            var chosen = Enumerable.Range(0, open.Length).Select(i => Best(broken.AsSpan(i * copies, copies), gaps.AsSpan(i * copies, copies)) is >= 0 and var best ? i * copies + best : -1).ToArray();
            for (var i = 0; i < open.Length; i++)
                if (chosen[i] >= 0) rows[open[i]] = above + chosen[i];
            above += broken.Length;
            open = [.. open.Where((_, i) => chosen[i] < 0 || gaps[chosen[i]])];
        }
        var done = DataFrame.Concatenate(results).Take(rows);
        return new DataFrame(table.Columns.Select(column => done.Columns.IndexOf(column.Name) >= 0 ? done[column.Name].WithFormat(column.Format) : column)) { Origin = table.Origin };
    }

    /// <summary>
    /// Replaces columns such that the constraints hold, with a new draw for the rows that break one. Columns that stand together by construction (a
    /// formula and its operands, a dependent column and its key, a combination) are replaced together or not at all.
    /// </summary>
    /// <exception cref="FitException">The cells that stay leave some rows no value that keeps the constraints.</exception>
    public DataFrame Redraw(DataFrame table, IReadOnlyList<string> columns, SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var name in columns) _ = Schema[name];
        RequireTogether(columns);
        var own = table.Select(Schema.Columns.Select(column => column.Name));
        var rows = new int[own.Rows.Count];
        int[] open = [.. Enumerable.Range(0, rows.Length)];
        var results = new List<DataFrame>();
        var above = 0;
        for (var attempt = 0; attempt < Redraws && open.Length > 0; attempt++)
        {
            // The fewer rows are left, the more draws each of them gets at a time.
            var copies = attempt == 0 ? 1 : Math.Max(1, DrawnRows / open.Length);
            var part = own.Take([.. Enumerable.Range(0, open.Length * copies).Select(i => open[i / copies])]);
            var redrawn = Redrawn(part, columns, options with { Seed = new SplitRandom(options.Seed).Split((ulong)attempt).NextUInt64(), Progress = null });
            var broken = Broken(redrawn);
            results.Add(redrawn);
            var chosen = Enumerable.Range(0, open.Length).Select(i => Array.IndexOf(broken, false, i * copies, copies)).ToArray();
            for (var i = 0; i < open.Length; i++)
                if (chosen[i] >= 0) rows[open[i]] = above + chosen[i];
            above += broken.Length;
            open = [.. open.Where((_, i) => chosen[i] < 0)];
        }
        if (open.Length > 0)
            throw new FitException($"In {open.Length} of {rows.Length} rows no new {string.Join(", ", columns)} was found that keeps the constraints with the cells that stay. Replace the columns of those constraints too: {string.Join("; ", Handling.Select(handling => handling.Constraint))}.");
        if (results.Count == 0) return table;
        var done = DataFrame.Concatenate(results).Take(rows);
        foreach (var numbering in Parts.Numberings.Where(numbering => columns.Contains(numbering.Column)))
            done[numbering.Column] = numbering.Number(done[numbering.Column], 0, new SplitRandom(options.Seed).Split("identifiers"));
        return new DataFrame(table.Columns.Select(column => columns.Contains(column.Name) ? done[column.Name] : column)) { Origin = table.Origin };
    }

    private void RequireTogether(IReadOnlyList<string> columns)
    {
        foreach (var step in Parts.Transform.Steps.Where(step => step is not DifferenceTransform))
        {
            string[] named = [.. step.Inputs.Concat(step.Outputs).Where(columns.Contains)];
            string[] apart = [.. step.Outputs.Where(name => !columns.Contains(name))];
            if (named.Length > 0 && apart.Length > 0)
                throw new ArgumentException($"'{named[0]}' cannot be replaced while '{apart[0]}' stays: a constraint ties them together. Name {string.Join(", ", apart)} too.", nameof(columns));
        }
    }

    private DataFrame Redrawn(DataFrame part, IReadOnlyList<string> columns, SampleOptions options)
    {
        var (encoded, _) = Parts.Transform.Encode(part);
        var inside = new HashSet<string>(columns.Where(Parts.Transform.Keeps), StringComparer.Ordinal);
        foreach (var step in Parts.Transform.Steps.Where(step => step.Inputs.Concat(step.Outputs).Any(columns.Contains)))
            foreach (var made in step.Encode(part)) inside.Add(made.Column.Name);
        var drawn = inside.Count == 0 ? encoded : ((IImputer)Parts.Inner).Redraw(encoded, [.. inside], options);
        var decoded = Parts.Transform.Decode(drawn);
        return new DataFrame(part.Columns.Select(column => columns.Contains(column.Name) ? decoded[column.Name] : column)) { Origin = part.Origin };
    }

    private DataFrame Filled(DataFrame part, SampleOptions options)
    {
        var (encoded, _) = Parts.Transform.Encode(part);
        foreach (var step in Parts.Transform.Steps.OfType<CombinationTransform>()) encoded[step.Name] = Incomplete(step, part, encoded);
        return Parts.Transform.Decode(((IImputer)Parts.Inner).Impute(encoded, options), part);
    }

    // The first draw that keeps the constraints and is whole; else one that keeps them; −1 when there is none.
    private static int Best(ReadOnlySpan<bool> broken, ReadOnlySpan<bool> gaps)
    {
        for (var i = 0; i < broken.Length; i++)
            if (!broken[i] && !gaps[i]) return i;
        return broken.IndexOf(false);
    }

    // A combination with a missing cell is a combination like others, but one to be filled.
    private static TextColumn Incomplete(CombinationTransform step, DataFrame part, DataFrame encoded)
    {
        var column = (TextColumn)encoded[step.Name];
        var codes = column.Codes.ToArray();
        foreach (var name in step.Outputs)
            for (var row = 0; row < codes.Length; row++)
                if (part[name].IsNull(row)) codes[row] = -1;
        return new(step.Name, codes, column.Categories);
    }

    // Cells told may make combinations that were never seen.
    private bool[] Broken(DataFrame table)
    {
        var broken = Parts.Broken(table);
        foreach (var step in Parts.Transform.Steps.OfType<CombinationTransform>())
        {
            var codes = step.CodesOf(table);
            for (var row = 0; row < broken.Length; row++) broken[row] |= codes[row] < 0;
        }
        return broken;
    }
}
