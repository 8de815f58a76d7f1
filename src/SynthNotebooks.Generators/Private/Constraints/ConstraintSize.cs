using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>Refuses constraints that join columns to tables beyond the limit of a model's size, before anything is spent.</summary>
/// <remarks>Constraints that share columns grow together: <c>a &lt;= b; b &lt;= c; c &lt;= d; d &lt;= a + 1</c> needs tables over three columns, although each speaks of two.</remarks>
internal static class ConstraintSize
{
    private const int MostTold = 6;

    /// <param name="constraints">In their order, which decides which of them is told.</param>
    /// <param name="domains">Narrowed.</param>
    /// <param name="megabytes">The limit.</param>
    /// <exception cref="FitException">One is too large, alone or with those before it.</exception>
    public static void Check(ConstraintSet constraints, IReadOnlyList<ColumnDomain> domains, double megabytes)
    {
        var most = ModelSize.CellsOf(megabytes);
        int[] sizes = [.. domains.Select(SizeOf)];
        var sets = new List<AttributeSet>();
        foreach (var constraint in constraints.Constraints)
        {
            var set = AttributeSet.Of([.. constraint.Columns.Distinct().Select(name => Position(domains, name))]);
            if (set.Count < 2) continue;
            var alone = TableShape.CellsOf(set, sizes);
            if (alone > most) throw TooLarge(constraint, "it needs a table", set, alone);
            sets.Add(set);
            // Columns that no constraint joins to others are no matter of theirs.
            AttributeSet[] cliques = [.. Triangulation.Cliques(sizes, sets).Where(clique => clique.Count > 1)];
            var cells = Triangulation.Cells(cliques, sizes);
            if (cells > most) throw TooLarge(constraint, "with the constraints before it, which share columns with it, it needs tables, the largest", cliques.MaxBy(clique => TableShape.CellsOf(clique, sizes))!, cells);
        }

        FitException TooLarge(Constraint constraint, string needs, AttributeSet columns, double cells) => PublicConstraints.Refused(constraint, string.Create(CultureInfo.InvariantCulture,
            $"{needs} over {Told(columns)}, {Number(cells)} cells or {Number(ModelSize.MegabytesOf(cells))} MB together, and at most {megabytes:0.##} MB are allowed ({ModelSize.Option}, up to 1000). Declare coarser domains, raise the limit, or leave the constraint out"));

        string Told(AttributeSet columns)
        {
            string[] parts = [.. columns.Members.ToArray().Take(MostTold).Select(column => string.Create(CultureInfo.InvariantCulture, $"'{domains[column].Name}' ({sizes[column]} values)"))];
            return string.Join(" x ", parts) + (columns.Count > MostTold ? string.Create(CultureInfo.InvariantCulture, $" and {columns.Count - MostTold} columns more") : "");
        }
    }

    private static string Number(double value) => value < 1e15 ? value.ToString(value < 100 ? "0.##" : "N0", CultureInfo.InvariantCulture) : value.ToString("0.#e+0", CultureInfo.InvariantCulture);

    // Constrained columns have one state a value; those that are not stand in no table of theirs.
    private static int SizeOf(ColumnDomain domain) =>
        (int)Math.Min(int.MaxValue - 1, domain is RangeDomain range ? range.Values : ((ListedDomain)domain).Palette.Length) + (domain.HasMissing ? 1 : 0);

    private static int Position(IReadOnlyList<ColumnDomain> domains, string name)
    {
        for (var i = 0; i < domains.Count; i++)
            if (domains[i].Name == name) return i;
        throw new ArgumentException($"Column '{name}' has no domain.", nameof(name));
    }
}
