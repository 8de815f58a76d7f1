using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Tests.Attacks.Views;

public class CodeBitsTests
{
    [Theory, Seeds(50)]
    public void Counts_agree_with_a_loop_over_rows(ulong seed)
    {
        var random = new SplitRandom(seed);
        var rows = 1 + random.NextBelow(200);
        int[] cells = [3, 5, 2, 4];
        int[][] columns = [.. cells.Select(count => Enumerable.Range(0, rows).Select(_ => random.NextBelow(count)).ToArray())];
        var bits = CodeBits.Of(columns, cells);

        for (var query = 0; query < 30; query++)
        {
            int[] asked = [.. Enumerable.Range(0, 4).Where(_ => random.NextBelow(2) == 1).DefaultIfEmpty(1)], codes = [.. cells.Select(random.NextBelow)];

            Assert.Equal(Enumerable.Range(0, rows).Count(row => asked.All(column => columns[column][row] == codes[column])), bits.Count(asked, codes));
        }
    }

    [Fact]
    public void Marked_rows_are_counted_by_code()
    {
        var bits = CodeBits.Of([[0, 1, 1, 2, 1]], [4]);

        Assert.Equal(2, bits.CountAmong(1, [0b10110UL & ~0b100UL]));
        Assert.Equal(0, bits.CountAmong(3, [0b11111UL]));
        Assert.Equal(3, CodeBits.Ones([0b10110UL]));
    }
}
