using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Checks of a request against its table.</summary>
internal static class AnonymityRequest
{
    public static void Check(DataFrame table, AnonymityOptions options)
    {
        if (table.Rows.Count == 0) throw new AnonymityException("The table has no rows; there is nothing to anonymise.");
        if (options.Quasi.Count == 0) throw new AnonymityException("No quasi-identifier is named; name the columns that an attacker may know of a person.");
        if (options.Models.Count == 0) throw new AnonymityException("No privacy model is given; give at least one, such as k-anonymity.");
        foreach (var name in options.Quasi.Concat(options.Sensitive))
            if (!table.Columns.Contains(name)) throw new AnonymityException(UnknownColumn.Message(name, table.Columns.Select(column => column.Name)));
        if (options.Quasi.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice) throw new AnonymityException($"Column '{twice.Key}' is named twice as quasi-identifier.");
        if (options.Quasi.FirstOrDefault(options.Sensitive.Contains) is { } both) throw new AnonymityException($"Column '{both}' is named as quasi-identifier and as sensitive; a sensitive column is released as it is, so it must be one or the other.");
        foreach (var name in options.Hierarchies.Keys)
            if (!options.Quasi.Contains(name)) throw new AnonymityException(UnknownColumn.Message("quasi-identifier for the hierarchy of", name, options.Quasi));
        if (!(options.SuppressionLimit is >= 0 and <= 1)) throw new AnonymityException(string.Create(CultureInfo.InvariantCulture, $"The limit of suppression is {options.SuppressionLimit}; it is a share of the rows, 0 to 1."));
        if (options.Population is null && options.Models.FirstOrDefault(model => model is IPopulationModel) is { } needs) throw new AnonymityException($"{needs.Name} compares with a population; none is given.");
        if (options.Method != AnonymisationMethod.Optimal && options.Models.FirstOrDefault(model => model is IPopulationModel) is { } refused) throw new AnonymityException($"{refused.Name} needs labels that apply to the whole population; take the method optimal, not mondrian.");
    }

    public static void CheckPopulation(QuasiTable quasi)
    {
        for (var tuple = 0; tuple < quasi.Tuples; tuple++)
        {
            if (quasi.TupleSizes[tuple] <= quasi.TuplePopulation[tuple]) continue;
            var values = quasi.Columns.Select((column, i) => $"{column.Name} = {column.Labels[0][quasi.Codes[i][tuple]] ?? "missing"}");
            throw new AnonymityException($"The table has {quasi.TupleSizes[tuple]} rows with {string.Join(", ", values)}, the population only {quasi.TuplePopulation[tuple]}; the population must hold every row of the table.");
        }
    }

    /// <summary>Columns that are neither quasi-identifiers nor sensitive, yet tell rows apart.</summary>
    public static IReadOnlyList<string> Warnings(DataFrame table, AnonymityOptions options)
    {
        var warnings = new List<string>();
        foreach (var column in table.Columns)
        {
            if (options.Quasi.Contains(column.Name) || options.Sensitive.Contains(column.Name)) continue;
            var distinct = RowGroups.Of([column]).FirstRows.Length;
            if (table.Rows.Count > 1 && distinct > 0.9 * table.Rows.Count)
                warnings.Add($"Column '{column.Name}' has {distinct} different values in {table.Rows.Count} rows and is released as it is: it may identify persons. Drop it, or name it as quasi-identifier.");
        }
        return warnings;
    }
}
