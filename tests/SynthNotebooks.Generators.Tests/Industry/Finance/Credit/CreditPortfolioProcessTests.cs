using SynthNotebooks.Generators.Industry.Finance.Credit;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.Credit;

public class CreditPortfolioProcessTests
{
    private static ProcessTable Run(CreditPortfolioOptions options, ulong seed = 1) => ProcessTable.Of(new CreditPortfolioProcess(options), "2015-01-01", "2025-01-01", seed);

    [Fact]
    public void Every_grade_defaults_at_the_rate_that_the_year_allows()
    {
        var table = Run(new(Loans: 20_000, Correlation: 0.15, Persistence: 0.3));
        var (grades, macro, defaulted) = (table["grade"], table["macro"], table["defaulted"]);
        Assert.Equal(10 * 20_000, table.Count);

        for (var grade = 0; grade < CreditGrade.All.Count; grade++) // given the year's factor, defaults are independent
        {
            var pool = new VasicekPool(CreditGrade.All[grade].DefaultProbability, 0.15);
            double expected = 0, variance = 0, found = 0;
            for (var row = 0; row < table.Count; row++)
            {
                if (grades[row] != grade) continue;
                var chance = pool.Conditional(macro[row]);
                (expected, variance, found) = (expected + chance, variance + chance * (1 - chance), found + defaulted[row]);
            }
            Assert.True(expected > 3, $"{CreditGrade.All[grade].Name}: {expected}");
            NormalTolerance.AssertCount(expected, found, variance, CreditGrade.All[grade].Name);
        }
    }

    [Fact]
    public void A_loan_keeps_its_terms_until_it_defaults_and_loses_no_more_than_it_owes()
    {
        var table = Run(new(Loans: 500));
        var (loan, exposure, defaulted, loss) = (table["loan"], table["exposure"], table["defaulted"], table["loss"]);
        for (var row = 0; row < table.Count; row++)
        {
            Assert.InRange(loss[row], 0, exposure[row]);
            Assert.Equal(defaulted[row] == 1, loss[row] > 0);
            if (row < 500) continue;
            Assert.Equal(loan[row - 500], loan[row]);
            Assert.Equal(defaulted[row - 500] == 0, exposure[row - 500] == exposure[row]);
        }
    }

    [Fact]
    public void A_stressed_year_is_the_stress_on_the_same_path()
    {
        var (calm, crash) = (Run(new(Loans: 5000)), Run(new(Loans: 5000, Stress: "sector-crash", StressYear: 1)));
        var sectors = calm.Texts("sector");

        double Rate(ProcessTable table, string sector) =>
            table["defaulted"].Take(5000).Where((_, row) => sectors[row] == sector).Average();
        Assert.True(Rate(crash, "construction") > 2 * Rate(calm, "construction"));
        Assert.Equal(calm["macro"][0] - 0.3, crash["macro"][0], 12);
        Assert.Contains("Did you mean 'recession'?", Assert.Throws<ArgumentException>(() => new CreditPortfolioProcess(new(Stress: "reccesion"))).Message, StringComparison.Ordinal);
    }
}
