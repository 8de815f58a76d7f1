using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Tests;

public class PrivacyLedgerTests
{
    private static readonly DatasetKey One = new("1111"), Two = new("2222");

    [Fact]
    public void An_overdraft_is_refused_with_the_sum_in_words_and_costs_nothing()
    {
        using var place = new TemporaryLedger();
        var ledger = place.Open(new(DatasetEpsilon: 1, Delta: 0));
        ledger.For(One).Reserve("bounds", PrivacyCost.Pure(0.75));

        var refusal = Assert.Throws<BudgetException>(() => ledger.For(One).Reserve("marginals", PrivacyCost.Pure(0.5)));

        Assert.Equal("'marginals' costs epsilon 0.5, which is refused: the dataset 1111 may spend epsilon 1 at delta 0; epsilon 0.75 is spent, 0.25 is left, and with this request it would be 1.25. Ask for less, or reuse a stored release.", refusal.Message);
        Assert.Equal(0.75, ledger.Spent(One).Epsilon(0), 12);
        ledger.For(One).Reserve("the rest", PrivacyCost.Pure(0.25));
        Assert.Equal(3, ledger.Entries().Count);
    }

    [Fact]
    public void The_total_over_datasets_has_its_own_limit()
    {
        using var place = new TemporaryLedger();
        var ledger = place.Open(new(DatasetEpsilon: 1, Delta: 0, TotalEpsilon: 1.5));
        ledger.For(One).Reserve("a", PrivacyCost.Pure(1));

        Assert.Contains("the ledger's datasets together", Assert.Throws<BudgetException>(() => ledger.For(Two).Reserve("b", PrivacyCost.Pure(0.6))).Message, StringComparison.Ordinal);
        ledger.For(Two).Reserve("b", PrivacyCost.Pure(0.5));
    }

    [Fact]
    public void A_budget_in_epsilon_and_delta_buys_exactly_its_rho()
    {
        using var place = new TemporaryLedger();
        var ledger = place.Open(new(DatasetEpsilon: 1, Delta: 1e-9));
        var rho = ZeroConcentratedAccountant.Rho(1, 1e-9);
        for (var i = 0; i < 3; i++) ledger.For(One).Reserve("a third", rho / 3);

        Assert.Equal(1, ledger.Spent(One).Epsilon(1e-9), 1e-8);
        Assert.Throws<BudgetException>(() => ledger.For(One).Reserve("a crumb", rho / 1000));
    }

    [Fact]
    public void Costs_of_all_kinds_add_up_to_the_better_of_both_compositions()
    {
        var spent = new Spending();
        for (var i = 0; i < 30; i++) spent.Add(PrivacyCost.Pure(0.1));

        Assert.Equal(3, spent.Epsilon(0), 12);
        Assert.Equal(ZeroConcentratedAccountant.Epsilon(30 * 0.005, 1e-6), spent.Epsilon(1e-6), 9);

        spent.Add(PrivacyCost.Approximate(0.5, 1e-7));
        Assert.Equal(double.PositiveInfinity, spent.Epsilon(1e-8));
        Assert.Equal(0.5 + ZeroConcentratedAccountant.Epsilon(30 * 0.005, 9e-7), spent.Epsilon(1e-6), 9);
        spent.Add(PrivacyCost.ZeroConcentrated(0.1));
        Assert.Equal(double.PositiveInfinity, spent.Epsilon(1e-7)); // all of δ is used up and ρ alone is never pure
    }

    [Fact]
    public void Spending_lasts_and_so_do_the_limits()
    {
        using var place = new TemporaryLedger();
        place.Open(new(DatasetEpsilon: 1, Delta: 0)).For(One).Reserve("a", PrivacyCost.Pure(0.9));

        var again = place.Open(new(DatasetEpsilon: 100, Delta: 0));

        Assert.Equal(1, again.Limits().DatasetEpsilon);
        Assert.Throws<BudgetException>(() => again.For(One).Reserve("b", PrivacyCost.Pure(0.2)));
        again.SetLimits(new(DatasetEpsilon: 2, Delta: 0), "the board agreed");
        again.For(One).Reserve("b", PrivacyCost.Pure(0.2));
        Assert.Equal("the board agreed", again.Entries()[2].Purpose);
    }

    [Fact]
    public void A_dataset_is_its_content_under_this_ledger_s_key()
    {
        using var place = new TemporaryLedger();
        using var other = new TemporaryLedger();
        var ledger = place.Open();
        DataFrame Table(string name, params string?[] cells) => new(TextColumn.Of(name, cells));

        var key = ledger.Identify(Table("a", "x", null, "yz"));

        Assert.Equal(key, place.Open().Identify(Table("a", "x", null, "yz")));
        Assert.NotEqual(key, ledger.Identify(Table("b", "x", null, "yz")));
        Assert.NotEqual(key, ledger.Identify(Table("a", "x", "", "yz")));
        Assert.NotEqual(key, ledger.Identify(Table("a", "xy", null, "z")));
        Assert.NotEqual(key, other.Open().Identify(Table("a", "x", null, "yz")));
    }

    [Fact]
    public void An_identical_request_is_answered_from_the_stored_release()
    {
        using var place = new TemporaryLedger();
        var ledger = place.Open();
        ReleaseRequest Ask(string rows) => new(One, "aim", 1, 1e-9, new Dictionary<string, string> { ["rows"] = rows, ["workload"] = "all-3" });
        Assert.False(ledger.TryFind(Ask("10"), out _));
        ledger.For(One).Reserve("aim", PrivacyCost.Pure(0.5));
        ledger.Store(Ask("10"), [1, 2, 3]);
        ledger.Store(Ask("10"), [9]); // the first answer stays

        Assert.True(place.Open().TryFind(Ask("10"), out var content));
        Assert.Equal([1, 2, 3], content);
        Assert.False(ledger.TryFind(Ask("11"), out _));
        Assert.Equal(1, ledger.Spent(One).Count);
        var (entry, stored) = Assert.Single(ledger.Stored(One));
        Assert.Equal(("aim", 1.0, 1e-9), (entry.Purpose, entry.Epsilon, entry.Delta));
        Assert.Equal([1, 2, 3], stored);
        Assert.Empty(ledger.Stored(new("another")));

        File.WriteAllBytes(Directory.GetFiles(Path.Combine(place.Folder, "releases"))[0], [1, 2, 4]);
        Assert.Contains("stored release of 'aim'", Assert.Throws<LedgerException>(() => ledger.TryFind(Ask("10"), out _)).Message, StringComparison.Ordinal);
        Assert.Throws<LedgerException>(() => ledger.Stored(One));
    }

    [Fact]
    public void An_allotment_is_spent_in_parts_and_not_beyond()
    {
        var budget = new AllottedBudget(1, 1e-9);
        var rho = ZeroConcentratedAccountant.Rho(1, 1e-9);
        IBudget part = budget;
        part.Reserve("first", rho * 0.9);

        Assert.Throws<BudgetException>(() => part.Reserve("second", rho * 0.2));
        part.Reserve("third", rho * 0.1);
        Assert.Equal(["first", "third"], budget.Parts.Select(spent => spent.Purpose));
    }

    [Fact]
    public void An_empty_cost_or_purpose_is_refused()
    {
        using var place = new TemporaryLedger();
        var budget = place.Open().For(One);

        Assert.Throws<ArgumentException>(() => budget.Reserve(" ", PrivacyCost.Pure(0.1)));
        Assert.Throws<ArgumentException>(() => budget.Reserve("a", default(PrivacyCost)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrivacyCost.Pure(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrivacyCost.ZeroConcentrated(-1));
    }
}
