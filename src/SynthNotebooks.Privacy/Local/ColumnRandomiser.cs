using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Local;

/// <summary>Applies a local mechanism to a column, record by record, and estimates the shares of its categories.</summary>
/// <remarks>
/// Each record's report is ε-DP whatever the others are. The other columns stay as they are: only this column of a record is protected, and several randomised columns of a
/// record add up. Cost: O(rows), times categories for unary encoding and filters. Sources: see the mechanisms.
/// </remarks>
public static class ColumnRandomiser
{
    /// <summary>Randomises a column.</summary>
    /// <param name="table">One row a person.</param>
    /// <param name="column">Any column without missing cells; its values are compared as text.</param>
    /// <param name="options">ε and categories.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    /// <param name="cancellation">Stops between rows.</param>
    /// <exception cref="ArgumentException">The column or a value does not fit, or no categories are declared; the message shows both ways out.</exception>
    public static RandomisedColumn Run(DataFrame table, string column, ColumnRandomiserOptions options, RandomBits bits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(bits);
        Require.InRange(options.Epsilon, 1e-6, 50);
        var values = table.Columns[column];
        if (values.Length == 0) throw new ArgumentException($"Column '{column}' has no rows; there is nothing to randomise.", nameof(column));
        var categories = Categories(values, options);
        var codes = Codes(values, categories);
        var mechanism = Choose(options, categories.Count);
        var epsilon = Rational.Of(options.Epsilon);
        var (claim, reports, estimates) = mechanism switch
        {
            LocalMechanism.RandomisedResponse => LocalReports.Answers(column, codes, categories, epsilon, bits, cancellation),
            LocalMechanism.KRandomisedResponse => LocalReports.Choices(column, codes, categories, epsilon, bits, cancellation),
            LocalMechanism.Oue => LocalReports.Bits(column, codes, categories, epsilon, bits, cancellation),
            _ => FilterReports.Make(column, codes, categories, options.Epsilon, bits, cancellation),
        };
        var observed = options.Categories is null && values.Kind != ColumnKind.Boolean;
        var columns = table.Columns.SelectMany(other => other.Name == column ? reports : [other]);
        return new(column, mechanism, claim, reports, estimates, categories.Count, observed, new DataFrame(columns) { Origin = table.Origin });
    }

    private static IReadOnlyList<string> Categories(Column values, ColumnRandomiserOptions options)
    {
        if (options.Categories is { } declared)
        {
            if (declared.Distinct(StringComparer.Ordinal).Count() != declared.Count || declared.Count < 2) throw new ArgumentException($"The categories of '{values.Name}' must be at least two and all different; {declared.Count} were given.", nameof(options));
            return declared;
        }
        if (values is BooleanColumn) return [values.Format.FalseText ?? "false", values.Format.TrueText ?? "true"];
        if (!options.ObservedCategories)
            throw new ArgumentException(
                $"No categories are declared for column '{values.Name}'. Declare them (--categories a,b,c), as everybody must know them before the data are seen; or take those that occur (--observed), which then are not protected.", nameof(options));
        if (values.NullCount == values.Length) throw new ArgumentException($"Column '{values.Name}' has missing cells only.", nameof(options));
        string[] seen = [.. Enumerable.Range(0, values.Length).Select(values.GetText).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return seen.Length >= 2 ? seen : throw new ArgumentException($"Column '{values.Name}' has one value only; at least two categories are needed.", nameof(options));
    }

    private static int[] Codes(Column values, IReadOnlyList<string> categories)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var category in categories) known.Add(category, known.Count);
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (values.GetText(row) is not { } text) throw new ArgumentException($"Column '{values.Name}' is missing in row {row}; fill it with a category of its own, or drop the row: a report that is missing tells that the value was.", nameof(values));
            if (!known.TryGetValue(text, out codes[row])) throw new ArgumentException($"Column '{values.Name}': '{text}' in row {row} is none of the declared categories ({string.Join(", ", categories.Take(20))}).", nameof(values));
        }
        return codes;
    }

    private static LocalMechanism Choose(ColumnRandomiserOptions options, int categories)
    {
        if (options.Mechanism == LocalMechanism.RandomisedResponse && categories != 2) throw new ArgumentException($"Randomised response takes two categories, not {categories}; take k-randomised-response.", nameof(options));
        if (options.Mechanism != LocalMechanism.Auto) return options.Mechanism;
        return categories == 2 ? LocalMechanism.RandomisedResponse
            : FrequencyOracles.PrefersRandomisedResponse(categories, options.Epsilon) ? LocalMechanism.KRandomisedResponse : LocalMechanism.Oue;
    }
}
