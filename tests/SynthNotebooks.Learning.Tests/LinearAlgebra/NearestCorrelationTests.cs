using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.LinearAlgebra;

public class NearestCorrelationTests
{
    [Fact] // Higham 2002, section 4: the nearest correlation matrix of this one has .7607 beside and .1573 across
    public void Known_nearest_matrix()
    {
        var nearest = NearestCorrelation.Of(new double[,] { { 1, 1, 0 }, { 1, 1, 1 }, { 0, 1, 1 } }, floor: 1e-10);

        Assert.Equal(0.7607, nearest[0, 1], 1e-4);
        Assert.Equal(0.7607, nearest[1, 2], 1e-4);
        Assert.Equal(0.1573, nearest[0, 2], 1e-4);
    }

    [Theory, Seeds(50)]
    public void Repaired_matrices_have_a_unit_diagonal_and_a_Cholesky_factor(ulong seed)
    {
        var random = new SplitRandom(seed);
        var n = 2 + random.NextBelow(12);
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            matrix[i, i] = 1;
            for (var j = 0; j < i; j++) matrix[i, j] = matrix[j, i] = 1.98 * random.NextDouble() - 0.99;
        }

        var nearest = NearestCorrelation.Of(matrix);

        Assert.True(Cholesky.TryFactor(nearest, out _));
        for (var i = 0; i < n; i++)
        {
            Assert.Equal(1, nearest[i, i], 1e-12);
            for (var j = 0; j < i; j++) Assert.Equal(nearest[i, j], nearest[j, i], 1e-12);
        }
    }

    [Fact]
    public void A_sound_matrix_is_left_alone()
    {
        var matrix = new double[,] { { 1, 0.5, 0.2 }, { 0.5, 1, -0.3 }, { 0.2, -0.3, 1 } };

        Assert.Equal(matrix, NearestCorrelation.Of(matrix));
    }

    [Fact]
    public void Eigenvectors_rebuild_the_matrix()
    {
        var matrix = new double[,] { { 2, -1, 0.5 }, { -1, 3, 1 }, { 0.5, 1, -1 } };
        var eigen = SymmetricEigen.Of(matrix);

        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
                Assert.Equal(matrix[i, j], Enumerable.Range(0, 3).Sum(k => eigen.Values[k] * eigen.Vectors[i, k] * eigen.Vectors[j, k]), 1e-12);
        Assert.True(eigen.Values[0] <= eigen.Values[1] && eigen.Values[1] <= eigen.Values[2]);
    }
}
