using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Attacks.Controls;
using SynthNotebooks.Evaluation.Attacks.Trials;

namespace SynthNotebooks.Evaluation.Tests.Attacks;

/// <summary>Tables of one population, and generators that leak in a known way.</summary>
internal static class People
{
    public const int Count = 400;

    /// <summary>Four numbers and three categories, of which <c>secret</c> is hardly told by the others.</summary>
    public static DataFrame Table(ulong seed, int rows)
    {
        var random = new SplitRandom(seed).Split("people");
        var numbers = new double[4][];
        for (var j = 0; j < numbers.Length; j++) numbers[j] = new double[rows];
        string?[] town = new string?[rows], job = new string?[rows], secret = new string?[rows];
        for (var i = 0; i < rows; i++)
        {
            var kind = random.NextBelow(3);
            for (var j = 0; j < numbers.Length; j++) numbers[j][i] = random.NextBelow(30) == 0 ? double.NaN : Math.Round(kind * 0.7 + random.NextNormal(), 3);
            town[i] = random.NextBelow(25) == 0 ? null : $"town {random.NextBelow(6) + kind}";
            job[i] = $"job {random.NextBelow(4)}";
            secret[i] = $"s{(random.NextBelow(4) == 0 ? kind : random.NextBelow(3))}";
        }
        return new(
            new DoubleColumn("a", numbers[0]), new DoubleColumn("b", numbers[1]), TextColumn.Of("town", town), new DoubleColumn("c", numbers[2]), TextColumn.Of("job", job),
            new DoubleColumn("d", numbers[3]), TextColumn.Of("secret", secret));
    }

    /// <summary>Members, as many others and twice as many of the attacker's own rows, attacked through a table that a share of members was copied into.</summary>
    /// <param name="copied">Share of members whose rows are copied, the rest comes from elsewhere.</param>
    /// <param name="seed">Of all tables.</param>
    /// <param name="threads">Most threads.</param>
    public static AttackTrial Trial(double copied, ulong seed = 1, int threads = 2)
    {
        DataFrame members = Table(seed, Count), others = Table(seed + 1000, Count), reference = Table(seed + 2000, 2 * Count), elsewhere = Table(seed + 3000, Count);
        var copies = (int)Math.Round(copied * Count);
        var learnt = copies == 0 ? elsewhere : copies == Count ? members : DataFrame.Concatenate([members.Slice(0, copies), elsewhere.Slice(copies, Count - copies)]);
        var schema = members.InferSchema();
        var model = RepeatedRows.Of(learnt, schema);
        return new(model.Sample(Count), members, others, reference, schema, new AttackOptions
        {
            Model = model,
            Refit = (table, seed) => RepeatedRows.Of(table, schema),
            Secrets = ["secret"],
            Shadows = 16,
            Threads = threads,
        });
    }

    public static CatalogEntry<AttackAttribute> Entry(string id) => AttackCatalog.Attacks[id];
}
