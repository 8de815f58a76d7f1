namespace SynthNotebooks.Learning.Tests.LinearAlgebra;

public class CholeskyTests
{
    [Fact]
    public void Known_factor()
    {
        Assert.True(Cholesky.TryFactor(new double[,] { { 4, 0, 0 }, { 12, 37, 0 }, { -16, -43, 98 } }, out var factor));

        Assert.Equal(new double[,] { { 2, 0, 0 }, { 6, 1, 0 }, { -8, 5, 3 } }, factor);
    }

    [Fact]
    public void An_indefinite_matrix_has_none() => Assert.False(Cholesky.TryFactor(new double[,] { { 1, 2 }, { 2, 1 } }, out _));
}
