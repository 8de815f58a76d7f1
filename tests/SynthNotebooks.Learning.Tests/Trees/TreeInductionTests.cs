using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Trees;

public class TreeInductionTests
{
    [Fact]
    public void Exclusive_or_takes_two_levels_and_ends_in_pure_leaves()
    {
        byte[] a = [0, 0, 1, 1, 0, 0, 1, 1], b = [0, 1, 0, 1, 0, 1, 0, 1], y = [0, 1, 1, 0, 0, 1, 1, 0];
        var tree = Grow([Ordered(a), Ordered(b)], y, 2, 1, out var rows);

        Assert.Equal((2, 4), (tree.Depth, tree.Leaves));
        AssertPure(tree, rows, y);
    }

    [Fact]
    public void A_pure_node_is_a_leaf() => Assert.Equal(1, Grow([Ordered([0, 1, 2, 3])], [1, 1, 1, 1], 2, 1, out _).Nodes);

    [Fact]
    public void An_ordered_column_is_cut_between_neighbours_and_states_between_go_to_the_nearer_side()
    {
        var tree = Grow([new([1, 1, 2, 9, 9, 10], 16, true)], [0, 0, 0, 1, 1, 1], 2, 1, out _);

        Assert.Equal(3, tree.Nodes);
        Assert.Equal([0, 1, 2, 3, 4, 5], LeftStates(tree, 16));
    }

    [Fact]
    public void Any_subset_of_an_unordered_column_can_go_left()
    {
        byte[] codes = [0, 1, 2, 3, 4, 0, 1, 2, 3, 4], y = [0, 1, 0, 1, 0, 0, 1, 0, 1, 0];
        var tree = Grow([new(codes, 5, false)], y, 2, 1, out var rows);

        Assert.Equal(3, tree.Nodes);
        AssertPure(tree, rows, y);
    }

    [Fact] // two groups of classes, each shown by every second state: no single class tells the groups apart
    public void States_are_ordered_by_what_tells_several_classes_apart()
    {
        byte[] codes = [.. Enumerable.Range(0, 600).Select(i => (byte)(i % 6))], y = [.. Enumerable.Range(0, 600).Select(i => (byte)(2 * (i % 6 % 2) + i / 6 % 2))];
        var tree = Grow([new(codes, 6, false)], y, 4, 200, out _);

        Assert.Equal(3, tree.Nodes);
        Assert.True(LeftStates(tree, 6) is [0, 2, 4] or [1, 3, 5]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Missing_goes_to_the_side_it_is_like(byte missingClass)
    {
        byte[] codes = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4], y = [0, 0, 0, 0, 1, 1, 1, 1, missingClass, missingClass];
        var tree = Grow([new(codes, 5, true, MissingState: 4)], y, 2, 1, out var rows);

        Assert.Equal(3, tree.Nodes);
        AssertPure(tree, rows, y);
    }

    [Fact]
    public void Of_equal_splits_the_earlier_column_is_taken()
    {
        byte[] codes = [0, 0, 1, 1], y = [0, 0, 1, 1];

        Assert.Equal(0, Grow([Ordered(codes), Ordered(codes), Ordered(codes)], y, 2, 1, out _).Columns[0]);
    }

    [Fact]
    public void Variance_of_scores_finds_the_shift_of_a_number()
    {
        byte[] codes = [.. Enumerable.Range(0, 400).Select(i => (byte)(i / 40))], y = [.. Enumerable.Range(0, 400).Select(i => (byte)(i < 120 ? i % 20 : 20 + i % 20))];
        var rows = Rows(400);
        var tree = TreeInduction.Grow([new(codes, 10, true)], [0], new(y, 40) { Scores = [.. Enumerable.Range(0, 40).Select(c => (double)c)], UsesGini = false }, rows, new(MaximumDepth: 1));

        Assert.Equal([0, 1, 2], LeftStates(tree, 10));
    }

    [Theory, Seeds(50)]
    public void Leaves_hold_enough_rows_and_every_row_finds_the_leaf_it_stands_in(ulong seed)
    {
        var random = new SplitRandom(seed);
        const int n = 500;
        CodedColumn[] columns = [.. Enumerable.Range(0, 4).Select(j => new CodedColumn([.. Enumerable.Range(0, n).Select(_ => (byte)random.NextBelow(3 + 7 * j))], 3 + 7 * j, j % 2 == 0, j == 2 ? 16 : -1))];
        byte[] y = [.. Enumerable.Range(0, n).Select(i => (byte)((columns[0].Codes[i] + random.NextBelow(3)) % 5))];
        var tree = Grow(columns, y, 5, 7, out var rows);
        byte[][] states = [.. columns.Select(column => column.Codes)];

        for (var node = 0; node < tree.Nodes; node++)
        {
            if (!tree.IsLeaf(node)) continue;
            Assert.True(tree.Counts[node] >= 7);
            foreach (var row in rows.AsSpan(tree.Starts[node], tree.Counts[node])) Assert.Equal(node, tree.Leaf(states, row));
        }
        Assert.Equal(Rows(n), rows.Order());
        var refilled = Rows(n);
        Assert.Equal(tree.Counts.ToArray(), tree.Refilled(states, refilled).Counts.ToArray());
    }

    [Fact]
    public void Arrays_that_are_no_tree_are_rejected() =>
        Assert.Throws<ArgumentException>(() => new PartitionTree([0, 0, 0], [0, 1, 0], new ulong[12], [0, 0, 0], [4, 2, 2]));

    private static CodedColumn Ordered(byte[] codes) => new(codes, codes.Max() + 1, true);

    private static int[] Rows(int n) => [.. Enumerable.Range(0, n)];

    private static PartitionTree Grow(CodedColumn[] columns, byte[] y, int classes, int leaf, out int[] rows)
    {
        rows = Rows(y.Length);
        return TreeInduction.Grow(columns, Rows(columns.Length), new(y, classes), rows, new(leaf));
    }

    private static int[] LeftStates(PartitionTree tree, int states) => [.. Rows(states).Where(state => (tree.LeftStates[state >> 6] >> (state & 63) & 1) != 0)];

    private static void AssertPure(PartitionTree tree, int[] rows, byte[] y)
    {
        for (var node = 0; node < tree.Nodes; node++)
            if (tree.IsLeaf(node)) Assert.Single(rows.AsSpan(tree.Starts[node], tree.Counts[node]).ToArray().Select(row => y[row]).Distinct());
    }
}
