using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>A constrained model around one that fills missing cells.</summary>
internal sealed class ImputingConstrainedModel(ConstrainedParts parts) : ConstrainedModel(parts), IImputer
{
    private const int Attempts = 10;

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
            var part = own.Take(open);
            var filled = Filled(part, options with { Seed = new SplitRandom(options.Seed).Split((ulong)attempt).NextUInt64(), Progress = null });
            var broken = Broken(filled);
            results.Add(filled.WithOrigin(own.Origin));
            for (var i = 0; i < open.Length; i++)
                if (!broken[i]) rows[open[i]] = above + i;
            above += open.Length;
            open = [.. open.Where((_, i) => broken[i] || filled.Columns.Any(column => column.IsNull(i)))];
        }
        var done = DataFrame.Concatenate(results).Take(rows);
        return new DataFrame(table.Columns.Select(column => done.Columns.IndexOf(column.Name) >= 0 ? done[column.Name].WithFormat(column.Format) : column)) { Origin = table.Origin };
    }

    private DataFrame Filled(DataFrame part, SampleOptions options)
    {
        var (encoded, _) = Parts.Transform.Encode(part);
        foreach (var step in Parts.Transform.Steps.OfType<CombinationTransform>()) encoded[step.Name] = Incomplete(step, part, encoded);
        return Parts.Transform.Decode(((IImputer)Parts.Inner).Impute(encoded, options), part);
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
