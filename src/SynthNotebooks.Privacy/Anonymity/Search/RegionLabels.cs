using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Names the values of a class that Mondrian made: a range for numbers and dates, the lowest common label where there is a written hierarchy, else the list.</summary>
internal static class RegionLabels
{
    /// <param name="column">The quasi-identifier.</param>
    /// <param name="hierarchical">Whether labels of its hierarchy are used.</param>
    /// <param name="classes">Row numbers by class.</param>
    /// <returns>A label by class; null for missing.</returns>
    public static string?[] Of(QuasiColumn column, bool hierarchical, IReadOnlyList<int[]> classes)
    {
        var labels = new string?[classes.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            var codes = classes[i].Select(row => column.Codes[row]).Distinct().Order().ToArray();
            labels[i] = codes.Length == 1 ? column.Labels[0][codes[0]] : hierarchical ? Common(column, codes) : column.Values.Kind is ColumnKind.Text or ColumnKind.Boolean ? Listed(column, codes) : Range(column, codes);
        }
        return labels;
    }

    private static string Common(QuasiColumn column, int[] codes)
    {
        for (var level = 1; level < column.Levels; level++)
        {
            var map = column.Maps[level];
            if (Array.TrueForAll(codes, code => map[code] == map[codes[0]])) return column.Labels[level][map[codes[0]]] ?? GeneralisationHierarchy.Everything;
        }
        return Listed(column, codes);
    }

    private static string Listed(QuasiColumn column, int[] codes) => string.Join(" | ", codes.Select(code => column.Labels[0][code] ?? "(missing)"));

    private static string Range(QuasiColumn column, int[] codes)
    {
        var missing = column.Values.IsNull(codes[^1]); // missing sorts last
        var last = codes[missing ? ^2 : ^1];
        var range = codes[0] == last ? column.Labels[0][last]! : $"{column.Labels[0][codes[0]]} to {column.Labels[0][last]}";
        return missing ? range + " | (missing)" : range;
    }
}
