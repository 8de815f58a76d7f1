using System.Numerics;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Secrets;

/// <summary>Linear reconstruction: finds the secrets of all people at once whose counts in many groups fit those of the synthetic table best.</summary>
/// <remarks>
/// For random sets of up to four columns, the people who agree with a random one of them are a group; the synthetic rows that agree tell the share of each secret value in it. Least squares
/// over shares of 0 to 1, by projections in fixed order. Hits arbitrary people, and the better the more synthetic rows there are. Cost: groups · (synthetic rows / 64 + members of
/// the group · passes). Source: Annamalai, Gadotti, Rocher, USENIX Security 2024, arXiv:2301.10053.
/// </remarks>
[Attack("linear-reconstruction", AttackKind.Attribute, AttackCost.Learning, AttackControls.Copy | AttackControls.Disjoint, Title = "Linear reconstruction", MostCandidates = 2000)]
public sealed class LinearReconstructionAttack : IAttack
{
    private const int MostColumns = 4, Passes = 20, MostClasses = 10;
    private const double GroupsPerPerson = 10, LargestGroup = 0.1, Step = 0.5;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Synthetic.Columns.Count < 2) return new NotPossible("the secret is the only column");
        if (SecretColumn.Of(input.Synthetic.Columns[input.Secret!]) is not { } secret) return new NotPossible($"'{input.Secret}' has fewer than two values in the synthetic table");
        if (secret.Count > MostClasses) return new NotPossible($"'{input.Secret}' has {secret.Count} values; up to {MostClasses} can be reconstructed");
        var groups = Groups(input, secret, cancellation);
        if (groups.Count == 0) return new NotPossible("no group of people has a counterpart in the synthetic table");
        var people = (int)input.Candidates.Rows.Count;
        var shares = new double[people * secret.Count];
        for (var value = 0; value < secret.Count; value++)
        {
            var usual = secret.Classes.Count(other => other == value) / (double)secret.Classes.Length;
            for (var i = 0; i < people; i++) shares[i * secret.Count + value] = usual;
            for (var pass = 0; pass < Passes; pass++)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var (members, rates) in groups) Project(shares, members, value, secret.Count, rates[value]);
            }
        }
        var guesses = new string?[people];
        for (var i = 0; i < people; i++)
        {
            var best = 0;
            for (var value = 1; value < secret.Count; value++)
                if (shares[i * secret.Count + value] > shares[i * secret.Count + best]) best = value;
            guesses[i] = secret.Text(best);
        }
        return new AttributeGuesses(guesses, ReferenceGuesses.Of(input, cancellation));
    }

    // Moves the shares of a group's people half the way to the group's share.
    private static void Project(double[] shares, int[] members, int value, int classes, double rate)
    {
        var sum = 0.0;
        foreach (var i in members) sum += shares[i * classes + value];
        var move = Step * (rate - sum / members.Length);
        foreach (var i in members) shares[i * classes + value] = Math.Clamp(shares[i * classes + value] + move, 0, 1);
    }

    private static List<(int[] Members, double[] Rates)> Groups(AttackInput input, SecretColumn secret, CancellationToken cancellation)
    {
        var tables = AttackTables.Of(input, cancellation);
        int[] cells = [.. Enumerable.Range(0, tables.Columns).Select(tables.Cells)];
        int[][] people = [.. Enumerable.Range(0, tables.Columns).Select(column => tables.View(column, 1).Codes)];
        CodeBits synthetic = CodeBits.Of([.. Enumerable.Range(0, tables.Columns).Select(column => tables.View(column, 0).Codes)], cells), known = CodeBits.Of(people, cells);
        var values = CodeBits.Of([Array.ConvertAll(secret.Classes, value => value + 1)], [secret.Count + 1]);
        var random = new SplitRandom(input.Seed).Split("linear reconstruction");
        var groups = new List<(int[], double[])>();
        var (made, met) = (new ulong[(synthetic.Rows + 63) / 64], new ulong[(known.Rows + 63) / 64]);
        var codes = new int[tables.Columns];
        var order = Enumerable.Range(0, tables.Columns).ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var query = 0; query < GroupsPerPerson * known.Rows; query++)
        {
            if (query % 256 == 0) cancellation.ThrowIfCancellationRequested();
            random.Shuffle(order.AsSpan());
            var columns = order[..(1 + random.NextBelow(Math.Min(MostColumns, order.Length)))];
            Array.Sort(columns);
            var person = random.NextBelow(known.Rows);
            for (var i = 0; i < codes.Length; i++) codes[i] = people[i][person];
            if (!seen.Add(string.Join(',', columns.Select(column => $"{column}={codes[column]}")))) continue;
            if (!known.Select(columns, codes, met) || !synthetic.Select(columns, codes, made)) continue;
            var members = Places(met);
            var rows = CodeBits.Ones(made);
            if (rows == 0 || members.Length > Math.Max(1, LargestGroup * known.Rows)) continue;
            var rates = new double[secret.Count];
            for (var value = 0; value < rates.Length; value++)
                rates[value] = values.CountAmong(value + 1, made) / (double)rows;
            groups.Add((members, rates));
        }
        return groups;
    }

    private static int[] Places(ulong[] words)
    {
        var places = new List<int>();
        for (var word = 0; word < words.Length; word++)
            for (var left = words[word]; left != 0; left &= left - 1) places.Add(word * 64 + BitOperations.TrailingZeroCount(left));
        return [.. places];
    }
}
