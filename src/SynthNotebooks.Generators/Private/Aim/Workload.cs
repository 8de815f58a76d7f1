using System.Text.Json;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>Marginals that a user cares for, each with its weight 1, and what follows: which marginals help, and how much.</summary>
/// <param name="Marginals">The workload.</param>
internal sealed record Workload(IReadOnlyList<AttributeSet> Marginals)
{
    /// <summary>All marginals of some number of columns.</summary>
    public static Workload All(int columns, int degree)
    {
        var sets = new List<AttributeSet>();
        Extend([], 0);
        return new(sets);

        void Extend(int[] members, int from)
        {
            if (members.Length == Math.Min(degree, columns)) sets.Add(AttributeSet.Of(members));
            else
            {
                for (var column = from; column < columns; column++) Extend([.. members, column], column + 1);
            }
        }
    }

    /// <summary>Reads lists of column names.</summary>
    /// <param name="workload">Path of a JSON file, or the JSON itself when it begins with a bracket.</param>
    /// <param name="columns">Names of the table's columns.</param>
    /// <exception cref="FitException">It is no such list, or a column is not there.</exception>
    public static Workload Read(string workload, IReadOnlyList<string> columns)
    {
        var text = workload.TrimStart().StartsWith('[') ? workload : File.Exists(workload) ? File.ReadAllText(workload) : throw new FitException($"The workload file '{workload}' does not exist.");
        try
        {
            var lists = JsonSerializer.Deserialize<string[][]>(text) ?? [];
            if (lists.Length == 0 || lists.Any(list => list is null || list.Length == 0)) throw new FitException("A workload must be a JSON list of lists of column names, none of them empty.");
            return new([.. lists.Select(list => AttributeSet.Of([.. list.Distinct().Select(Position)])).Distinct()]);
        }
        catch (JsonException failure)
        {
            throw new FitException($"A workload must be a JSON list of lists of column names: {failure.Message}", failure);
        }

        int Position(string name)
        {
            for (var i = 0; i < columns.Count; i++)
                if (columns[i] == name) return i;
            throw new FitException("The workload speaks of a column that the table lacks. " + UnknownColumn.Message(name, columns));
        }
    }

    /// <summary>All non-empty sets inside a marginal of the workload, with the number of columns they share with the workload, summed over it.</summary>
    public List<(AttributeSet Columns, double Weight)> Candidates()
    {
        var closure = new HashSet<AttributeSet>();
        foreach (var marginal in Marginals)
        {
            var members = marginal.Members.ToArray();
            if (members.Length > 16) throw new FitException($"A marginal of the workload has {members.Length} columns; at most 16 are accepted.");
            for (var mask = 1; mask < 1 << members.Length; mask++) closure.Add(AttributeSet.Of([.. members.Where((_, i) => (mask >> i & 1) == 1)]));
        }
        return [.. closure.Order().Select(set => (set, Marginals.Sum(marginal => (double)set.Common(marginal))))];
    }
}
