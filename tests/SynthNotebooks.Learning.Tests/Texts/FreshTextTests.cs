using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Texts;

public class FreshTextTests
{
    [Theory, Seeds(50)]
    public void Fresh_indices_are_distinct_and_avoid_the_used_ones(ulong seed)
    {
        var random = new SplitRandom(seed);
        var used = Enumerable.Range(0, 300).Select(_ => random.NextBelow(100_000UL)).ToHashSet();
        var fresh = FreshIndex.Avoiding(100_000, used, random);
        var made = Enumerable.Range(0, (int)fresh.Count).Select(row => fresh.Of((ulong)row, key: seed)).ToArray();

        Assert.Equal(made.Length, made.Distinct().Count());
        Assert.True(made.Length > 50);
        Assert.All(made, index => Assert.True(index < 100_000 && !used.Contains(index)));
    }

    [Fact]
    public void A_full_space_has_no_fresh_index() =>
        Assert.Equal(0UL, FreshIndex.Avoiding(64, [.. Enumerable.Range(0, 64).Select(i => (ulong)i)], new SplitRandom(0)).Count);

    [Fact]
    public void Identifiers_of_a_crowded_format_grow_longer_and_stay_distinct()
    {
        var column = TextColumn.Of("x", Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($"P{i:D2}")));
        var marginal = IdentifierMarginal.Of(column, new(), new SplitRandom(1));

        var made = (TextColumn)marginal.Number(0, new bool[500], new SplitRandom(2));

        Assert.Equal(500, made.Categories.Distinct().Count());
        Assert.Empty(made.Categories.Intersect(column.Categories));
        Assert.All(made.Categories, text => Assert.StartsWith("P", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Hexadecimal_identifiers_stay_hexadecimal()
    {
        var random = new SplitRandom(3);
        var column = TextColumn.Of("x", Enumerable.Range(0, 200).Select(_ => FormattableString.Invariant($"{random.NextUInt64():x16}-{random.NextBelow(65536):x4}")));
        var made = (TextColumn)IdentifierMarginal.Of(column, new(), random).Number(0, new bool[200], random);

        Assert.All(made.Categories, text => Assert.Matches("^[0-9a-f]{16}-[0-9a-f]{4}$", text));
    }

    [Fact]
    public void Chunks_of_identifiers_join_without_repeats()
    {
        var random = new SplitRandom(4);
        var column = TextColumn.Of("x", Enumerable.Range(0, 200).Select(_ => FormattableString.Invariant($"{random.NextBelow(1_000_000):D6}")));
        var marginal = IdentifierMarginal.Of(column, new(), random);
        var first = (TextColumn)marginal.Number(0, new bool[100], new SplitRandom(5));
        var second = (TextColumn)marginal.Number(100, new bool[100], new SplitRandom(5));

        Assert.Equal(200, first.Categories.Concat(second.Categories).Distinct().Count());
    }

    [Fact]
    public void Scattered_numbers_become_other_scattered_numbers()
    {
        var random = new SplitRandom(6);
        var column = new Int64Column("x", Enumerable.Range(0, 500).Select(_ => 1_000_000L + random.NextBelow(9_000_000)).ToArray());
        var made = (Int64Column)SequenceMarginal.Of(column, random).Number(0, new bool[300], random);

        Assert.Equal(300, made.Values.ToArray().Distinct().Count());
        Assert.Empty(made.Values.ToArray().Intersect(column.Values.ToArray()));
        Assert.All(made.Values.ToArray(), value => Assert.InRange(value, 1_000_000, 10_000_000));
    }

    [Fact]
    public void Prose_is_marked_by_letters_that_no_training_text_holds()
    {
        var column = TextColumn.Of("x", Enumerable.Range(0, 50).Select(i => FormattableString.Invariant($"the quick brown fox number {i}")));
        var marginal = FreeTextMarginal.Of(column, new());
        var made = (TextColumn)marginal.Decode(new double[200], [], new SplitRandom(7));

        Assert.DoesNotContain(column.Categories, text => text.Contains(marginal.Mark, StringComparison.OrdinalIgnoreCase));
        Assert.All(made.Categories, text => Assert.Contains(marginal.Mark, text, StringComparison.Ordinal));
        Assert.Contains("quick", marginal.Vocabulary);
        Assert.DoesNotContain("17", marginal.Vocabulary);
    }
}
