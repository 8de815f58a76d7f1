using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>The normal variables behind a table, and the marginals with their categories in order.</summary>
/// <param name="Marginals">One a column.</param>
/// <param name="Latents">Classes of every latent variable in every row.</param>
/// <param name="ValueLatents">For each column the latent variable of its value, the first when its tree has several; −1 when there is none.</param>
/// <param name="MissingLatents">For each column the latent variable of its missing cells; −1 when none or all are missing.</param>
/// <param name="Trees">For each column the decisions that pick its category; null when it has no categories or one latent variable says all.</param>
internal sealed record LatentVariables(Marginal[] Marginals, OrderedClasses[] Latents, int[] ValueLatents, int[] MissingLatents, CategoryTree?[] Trees)
{
    private const int MostCategories = 128; // more are put into one order
    private const double SameOrder = 0.95; // a number that says as much is the order of the categories
    private const double GoodFit = 0.05; // share of records that a single order may misplace in the table of a pair

    public static LatentVariables Of(DataFrame training, Marginal[] marginals, CopulaOptions options, FitContext context)
    {
        var n = training.Columns.Count;
        var ordered = (Marginal[])marginals.Clone();
        var (values, missing, trees) = (new OrderedClasses[]?[n], new OrderedClasses?[n], new CategoryTree?[n]);
        var categories = new CategoryCodes?[n];
        var kept = new int[]?[n];
        TrainingTable.InParallel(n, context, i =>
        {
            var column = training.Columns[i];
            if (column.NullCount > 0 && column.NullCount < column.Length) missing[i] = Missing(column);
            if (!marginals[i].IsLatent) return;
            if (marginals[i] is NumericMarginal) values[i] = [OrderedClasses.OfNumbers(column.ToNumbers(), options.Classes)];
            else
            {
                categories[i] = CategoryCodes.Of(column);
                kept[i] = CategoryMarginal.Kept(column, categories[i]!, column is BooleanColumn ? 1 : context.MinimumCount);
                if (column is not TextColumn && kept[i]!.Length <= 2) values[i] = [Merged(i)]; // two values have no order to seek
            }
        });

        var variables = Scaled(out var places);
        var scores = OptimalScaling.Scores(variables, context.Cancellation);
        TrainingTable.InParallel(n, context, i =>
        {
            if (values[i] is not null || kept[i] is not { } codes) return;
            Array.Sort(codes.Select(code => scores[places[i]][code]).ToArray(), codes);
            ordered[i] = CategoryMarginal.InOrder(training.Columns[i], categories[i]!, codes);
            var single = Merged(i);
            if (options.Decisions > 1 && codes.Length is > 2 and <= MostCategories && OneOrderFails(i, single)) trees[i] = Grown(i, variables.Where((other, j) => j != places[i] && other.Count <= MostCategories));
            values[i] = trees[i] is null ? [single] : [.. trees[i]!.Classes(Positions(i), codes.Length, options.Classes)];
        });
        return Numbered(training, ordered, values, missing, trees);

        bool OneOrderFails(int i, OrderedClasses single)
        {
            var fails = false;
            for (var j = 0; j < variables.Count; j++)
            {
                var other = variables[j];
                if (j == places[i] || other.Count < 2) continue;
                context.Cancellation.ThrowIfCancellationRequested();
                var classes = other.Ordered ? new(other.Codes, other.Count) : OrderedClasses.OfCategories(other.Codes, ByScore(scores[j]), other.Count, options.Classes);
                var table = LatentCorrelations.Table(single, classes);
                var rho = Polychoric.Estimate(table, options.PriorRecords);
                if (other is { Ordered: true, Count: > 2 } && Math.Abs(rho) > SameOrder) return false;
                fails |= Polychoric.Misfit(table, rho) > GoodFit;
            }
            return fails;
        }

        CategoryTree Grown(int i, IEnumerable<ScalingVariable> others)
        {
            var count = kept[i]!.Length;
            var builder = new CategoryTreeBuilder(CategoryProfiles.Of(Positions(i), count, others), ((CategoryMarginal)ordered[i]).Masses.ToArray());
            return builder.Build([.. Enumerable.Range(0, count)], options.Decisions);
        }

        // Place of each row's category in the chosen order.
        int[] Positions(int i)
        {
            var place = new int[categories[i]!.Counts.Length];
            place.AsSpan().Fill(-1);
            for (var at = 0; at < kept[i]!.Length; at++) place[kept[i]![at]] = at;
            return [.. categories[i]!.Codes.Select(code => code < 0 ? -1 : place[code])];
        }

        OrderedClasses Merged(int i) => OrderedClasses.OfCategories(categories[i]!.Codes, kept[i]!, categories[i]!.Counts.Length, options.Classes);

        List<ScalingVariable> Scaled(out int[] places)
        {
            var variables = new List<ScalingVariable>();
            places = new int[n];
            for (var i = 0; i < n; i++)
            {
                places[i] = variables.Count;
                if (values[i] is [var classes]) variables.Add(new(classes.Codes, classes.Count, true));
                else if (kept[i] is not null) variables.Add(new(OnlyKept(categories[i]!, kept[i]!), categories[i]!.Counts.Length, false));
            }
            foreach (var classes in missing)
                if (classes is not null) variables.Add(new(classes.Codes, 2, true));
            return variables;
        }
    }

    private static int[] ByScore(double[] scores)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        Array.Sort((double[])scores.Clone(), order);
        return order;
    }

    /// <summary>The column of each latent variable of values; each variable of missing cells is on its own.</summary>
    public int[] Owners()
    {
        var owners = new int[Latents.Length];
        for (var latent = 0; latent < owners.Length; latent++) owners[latent] = -1 - latent;
        for (var i = 0; i < Marginals.Length; i++)
            for (var k = 0; ValueLatents[i] >= 0 && k < (Trees[i]?.Nodes.Count ?? 1); k++) owners[ValueLatents[i] + k] = i;
        return owners;
    }

    private static LatentVariables Numbered(DataFrame training, Marginal[] marginals, OrderedClasses[]?[] values, OrderedClasses?[] missing, CategoryTree?[] trees)
    {
        var n = marginals.Length;
        var latents = new List<OrderedClasses>();
        var (valueLatents, missingLatents) = (new int[n], new int[n]);
        for (var i = 0; i < n; i++)
        {
            valueLatents[i] = values[i] is null ? -1 : latents.Count;
            if (values[i] is { } classes) latents.AddRange(classes);
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
        return new(marginals, [.. latents], valueLatents, missingLatents, trees);
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
