using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Trees;

public class ShrunkDistributionsTests
{
    // A root of 8 rows: left 4 rows (3 of state 0), right 4 rows (1 of state 0).
    private static readonly PartitionTree Tree = new([0, 0, 0], [1, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 4], [8, 4, 4]);
    private static readonly byte[] States = [0, 0, 0, 1, 0, 1, 1, 1];

    [Fact]
    public void A_leaf_moves_from_its_parent_by_the_trust_in_the_parents_rows() // 8 / (8 + 8) of the way from 1/2 to 3/4
    {
        var probabilities = new ShrunkDistributions(Tree, States, pull: 8).Probabilities(2);

        Assert.Equal([0.5f, 0.5f, 0.625f, 0.375f, 0.375f, 0.625f], probabilities);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(8, 1)]
    [InlineData(8, 2)]
    public void Draws_have_the_probabilities_told(double pull, int node)
    {
        const int draws = 100_000;
        const double alpha = 1e-6; // Hoeffding: correct code fails with less than this probability
        var distributions = new ShrunkDistributions(Tree, States, pull);
        var random = new SplitRandom(1);
        var zeros = 0;
        for (var i = 0; i < draws; i++) zeros += distributions.Draw(node, random) == 0 ? 1 : 0;

        Assert.Equal(distributions.Probabilities(2)[2 * node], (double)zeros / draws, Math.Sqrt(Math.Log(2 / alpha) / (2 * draws)));
    }

    [Fact]
    public void Unseen_rows_like_the_leaves_want_little_smoothing_and_those_like_the_root_much()
    {
        (int, byte)[] alike = [(1, 0), (1, 0), (1, 0), (1, 1), (2, 1), (2, 1), (2, 1), (2, 0)], opposite = [(1, 1), (2, 0)];

        Assert.Equal(1, PullChoice.Choose(Tree, States, 2, alike));
        Assert.Equal(8192, PullChoice.Choose(Tree, States, 2, opposite));
    }

    [Fact]
    public void States_of_another_number_of_rows_are_rejected() => Assert.Throws<ArgumentException>(() => new ShrunkDistributions(Tree, [0, 1], 1));
}
