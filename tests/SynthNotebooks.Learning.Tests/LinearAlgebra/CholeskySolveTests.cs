using SynthNotebooks.Data;
using SynthNotebooks.Tests;

namespace SynthNotebooks.Learning.Tests.LinearAlgebra;

public class CholeskySolveTests
{
    [Theory, Seeds(20)]
    public void Solves_and_inverts_what_was_factored(ulong seed)
    {
        const int n = 6;
        var random = new SplitRandom(seed);
        var matrix = new double[n, n];
        var half = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) half[i, j] = random.NextNormal();
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                for (var k = 0; k < n; k++) matrix[i, j] += half[i, k] * half[j, k] + (i == j ? 0.1 : 0);
        Assert.True(Cholesky.TryFactor(matrix, out var factor));

        var inverse = CholeskySolve.InverseDiagonal(factor);

        for (var j = 0; j < n; j++)
        {
            var unit = new double[n];
            unit[j] = 1;
            var column = CholeskySolve.Solve(factor, unit);
            Assert.Equal(column[j], inverse[j], 1e-9 * Math.Abs(column[j]) + 1e-12);
            for (var i = 0; i < n; i++)
                Assert.Equal(unit[i], Enumerable.Range(0, n).Sum(k => matrix[i, k] * column[k]), 1e-8);
        }
    }
}
