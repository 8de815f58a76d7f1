using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

public class TableProjectionTests
{
    [Theory, Seeds(200)]
    public void Sums_and_spreads_are_those_of_single_cells(ulong seed)
    {
        var random = new SplitRandom(seed);
        int[] domain = [.. new int[5].Select(_ => 1 + random.NextBelow(6)), 1 + random.NextBelow(20)];
        int[] axes = [.. Enumerable.Range(0, 1 + random.NextBelow(6))], kept = [.. axes.Where(_ => random.NextDouble() < 0.5)];
        random.Shuffle<int>(axes);
        random.Shuffle<int>(kept);
        TableShape whole = new(axes, domain), part = new(kept, domain);
        double[] wholeCells = Cells(whole.Cells, random), partCells = Cells(part.Cells, random);
        var projection = new TableProjection(whole, part);

        double[] sums = new double[part.Cells], spread = new double[whole.Cells], added = [.. wholeCells], scaled = [.. wholeCells];
        projection.Sum(wholeCells, sums);
        projection.Spread(partCells, spread);
        projection.Add(partCells, added);
        projection.Multiply(partCells, scaled);

        var expected = new double[part.Cells];
        for (var cell = 0; cell < whole.Cells; cell++)
        {
            var at = Position(cell, whole, part);
            expected[at] += wholeCells[cell];
            Assert.Equal(partCells[at], spread[cell]);
            Assert.Equal(wholeCells[cell] + partCells[at], added[cell]);
            Assert.Equal(wholeCells[cell] * partCells[at], scaled[cell]);
        }
        for (var i = 0; i < sums.Length; i++) Assert.Equal(expected[i], sums[i], 1e-9);
    }

    [Fact]
    public void The_vector_exponential_is_its_scalar_twin_to_the_bit_and_near_the_truth()
    {
        var random = new SplitRandom(3);
        double[] x = [0, -700, -700.0001, -1e9, double.NegativeInfinity, -1e-300, .. new double[4096].Select(_ => -30 * random.NextDouble() * random.NextDouble())];
        while (x.Length % 4 != 0) x = [.. x, -1];
        for (var i = 0; i < x.Length; i += 4)
        {
            var lanes = RunKernels.Exp(System.Runtime.Intrinsics.Vector256.Create(x[i], x[i + 1], x[i + 2], x[i + 3]));
            for (var lane = 0; lane < 4; lane++)
            {
                Assert.Equal(RunKernels.Exp(x[i + lane]), lanes[lane]);
                var truth = Math.Exp(x[i + lane]);
                if (x[i + lane] >= -700) Assert.Equal(1, lanes[lane] / truth, 2e-14);
                else Assert.Equal(0, lanes[lane]);
            }
        }
    }

    private static double[] Cells(int count, SplitRandom random) => [.. new double[count].Select(_ => random.NextNormal())];

    private static int Position(int cell, TableShape whole, TableShape part)
    {
        var states = new Dictionary<int, int>();
        for (var d = whole.Axes.Length - 1; d >= 0; d--) (cell, states[whole.Axes[d]]) = Math.DivRem(cell, whole.Sizes[d]);
        var position = 0;
        for (var d = 0; d < part.Axes.Length; d++) position = position * part.Sizes[d] + states[part.Axes[d]];
        return position;
    }
}
