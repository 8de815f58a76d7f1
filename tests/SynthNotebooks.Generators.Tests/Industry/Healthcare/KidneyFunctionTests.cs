using SynthNotebooks.Generators.Industry.Healthcare;

namespace SynthNotebooks.Generators.Tests.Industry.Healthcare;

public class KidneyFunctionTests
{
    [Theory] // worked by hand from the published equation
    [InlineData(0.7, 50, 0, 105.3)] // creatinine at κ: 142 · 0.9938^50 · 1.012
    [InlineData(0.9, 50, 1, 104.0)] // 142 · 0.9938^50
    [InlineData(1.0, 50, 0, 68.6)]
    [InlineData(1.8, 70, 1, 40.0)] // 142 · 2^−1.2 · 0.9938^70
    [InlineData(0.45, 30, 1, 145.3)] // 142 · 0.5^−0.302 · 0.9938^30
    public void Egfr_follows_ckd_epi_2021(double creatinine, int age, int sex, double expected) =>
        Assert.Equal(expected, KidneyFunction.Egfr(creatinine, age, (Sex)sex), 0.06);
}
