using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>The normal variables behind a table, and the marginals with their categories in order.</summary>
/// <param name="Marginals">One a column.</param>
/// <param name="Latents">Classes of every latent variable in every row.</param>
/// <param name="ValueLatents">For each column the latent variable of its value; −1 when there is none.</param>
/// <param name="MissingLatents">For each column the latent variable of its missing cells; −1 when none or all are missing.</param>
internal sealed record LatentVariables(Marginal[] Marginals, OrderedClasses[] Latents, int[] ValueLatents, int[] MissingLatents)
{
    public static LatentVariables Of(DataFrame training, Marginal[] marginals, CopulaOptions options, FitContext context)
    {
        var n = training.Columns.Count;
        var ordered = (Marginal[])marginals.Clone();
        var (values, missing) = (new OrderedClasses?[n], new OrderedClasses?[n]);
        var categories = new CategoryCodes?[n];
        var kept = new int[]?[n];
        TrainingTable.InParallel(n, context, i =>
        {
            var column = training.Columns[i];
            if (column.NullCount > 0 && column.NullCount < column.Length) missing[i] = Missing(column);
            if (!marginals[i].IsLatent) return;
            if (marginals[i] is NumericMarginal) values[i] = OrderedClasses.OfNumbers(column.ToNumbers(), options.Classes);
            else
            {
                categories[i] = CategoryCodes.Of(column);
                kept[i] = CategoryMarginal.Kept(column, categories[i]!, column is BooleanColumn ? 1 : context.MinimumCount);
                if (column is not TextColumn && kept[i]!.Length <= 2) values[i] = Merged(i); // two values have no order to seek
            }
        });

        var scores = OptimalScaling.Scores(Scaled(), context.Cancellation);
        for (int i = 0, at = 0; i < n; i++)
        {
            if (values[i] is not null) at++;
            else if (kept[i] is { } codes)
            {
                var score = scores[at++];
                Array.Sort(codes.Select(code => score[code]).ToArray(), codes);
                values[i] = Merged(i);
                ordered[i] = CategoryMarginal.InOrder(training.Columns[i], categories[i]!, codes);
            }
        }
        return Numbered(training, ordered, values, missing);

        OrderedClasses Merged(int i) => OrderedClasses.OfCategories(categories[i]!.Codes, kept[i]!, categories[i]!.Counts.Length, options.Classes);

        List<ScalingVariable> Scaled()
        {
            var variables = new List<ScalingVariable>();
            for (var i = 0; i < n; i++)
            {
                if (values[i] is { } classes) variables.Add(new(classes.Codes, classes.Count, true));
                else if (kept[i] is not null) variables.Add(new(OnlyKept(categories[i]!, kept[i]!), categories[i]!.Counts.Length, false));
            }
            foreach (var classes in missing)
                if (classes is not null) variables.Add(new(classes.Codes, 2, true));
            return variables;
        }
    }

    private static LatentVariables Numbered(DataFrame training, Marginal[] marginals, OrderedClasses?[] values, OrderedClasses?[] missing)
    {
        var n = marginals.Length;
        var latents = new List<OrderedClasses>();
        var (valueLatents, missingLatents) = (new int[n], new int[n]);
        for (var i = 0; i < n; i++)
        {
            valueLatents[i] = values[i] is null ? -1 : latents.Count;
            if (values[i] is { } classes) latents.Add(classes);
        }
        for (var i = 0; i < n; i++)
        {
            missingLatents[i] = -1;
            if (missing[i] is not { } classes) continue;
            for (var j = 0; j < i && missingLatents[i] < 0; j++) // columns that are missing together share one variable
                if (missing[j] is { } other && training.Columns[i].NullCount == training.Columns[j].NullCount && classes.Codes.AsSpan().SequenceEqual(other.Codes))
                    missingLatents[i] = missingLatents[j];
            if (missingLatents[i] >= 0) continue;
            missingLatents[i] = latents.Count;
            latents.Add(classes);
        }
        return new(marginals, [.. latents], valueLatents, missingLatents);
    }

    // Class 0 = missing, 1 = present.
    private static OrderedClasses Missing(Column column)
    {
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = column.IsNull(row) ? 0 : 1;
        return new(codes, 2);
    }

    private static int[] OnlyKept(CategoryCodes categories, int[] kept)
    {
        if (kept.Length == categories.Counts.Length) return categories.Codes;
        var keeps = new bool[categories.Counts.Length];
        foreach (var code in kept) keeps[code] = true;
        var codes = new int[categories.Codes.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = categories.Codes[row] is >= 0 and var code && keeps[code] ? code : -1;
        return codes;
    }
}
