using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Finance.Credit;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Finance;

public class FinanceScenarioTests
{
    private const int Customers = 400;

    private static readonly Lazy<World> Bank = new(() => EmbeddedScenarios.Load("finance").Simulate(Customers, new SimulationOptions { Seed = 5 }));

    private static readonly Lazy<DataFrame> CalmLoans = new(() => Loans(EmbeddedScenarios.Load("finance")));

    private static DataFrame Loans(Scenario scenario) =>
        DataFrame.Concatenate([.. scenario.Run(3_000, new SimulationOptions { Seed = 9 }).Stream(["loans"]).Select(part => part.Rows)]);

    private static string?[] Texts(string table, string column) => [.. Cells(Bank.Value[table], column).Select(cell => cell?.ToString())];

    private static IEnumerable<object?> Cells(DataFrame table, string column)
    {
        var cells = table[column];
        for (var row = 0; row < table.Rows.Count; row++) yield return cells[row];
    }

    [Theory]
    [InlineData("accounts", "customer_id", "customers", "customer_id"), InlineData("cards", "account_id", "accounts", "account_id")]
    [InlineData("transactions", "card_id", "cards", "card_id"), InlineData("transactions", "merchant", "merchants", "merchant_id")]
    [InlineData("loans", "customer_id", "customers", "customer_id"), InlineData("loans", "economy", "economies", "economy_id")]
    [InlineData("wallets", "community_id", "communities", "community_id"), InlineData("wallets", "customer", "customers", "customer_id")]
    [InlineData("transfers", "community_id", "communities", "community_id"), InlineData("transfers", "from_wallet", "wallets", "wallet_id"), InlineData("transfers", "to_wallet", "wallets", "wallet_id")]
    public void Every_reference_leads_to_a_row(string table, string column, string to, string key)
    {
        var keys = Texts(to, key);
        Assert.Equal(keys.Length, keys.ToHashSet().Count);
        var known = keys.ToHashSet();
        var references = Texts(table, column);
        Assert.NotEmpty(references);
        Assert.All(references.Distinct(), reference => Assert.True(reference is null || known.Contains(reference), reference));
        Assert.True(references.Any(reference => reference is null) == table is "transfers" && column is "from_wallet" or "to_wallet" || references.All(reference => reference is not null)); // cash and wires come from nowhere
    }

    [Fact]
    public void Card_numbers_pass_the_luhn_check_in_a_range_that_nobody_can_issue()
    {
        var numbers = Texts("cards", "number");

        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.All(numbers, number =>
        {
            // ISO/IEC 7812: 9 is for national bodies with their country's number behind it; ISO 3166-1 leaves 900 to 999 to users.
            Assert.Matches("^9999[0-9]{12}$", number!);
            var sum = 0;
            for (var i = 0; i < 16; i++)
            {
                var digit = number![15 - i] - '0';
                if (i % 2 == 1) digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
                sum += digit;
            }
            Assert.Equal(0, sum % 10);
        });
    }

    [Fact]
    public void A_payment_has_the_category_of_its_merchant()
    {
        var categories = Texts("merchants", "merchant_id").Zip(Texts("merchants", "category")).ToDictionary(pair => pair.First!, pair => pair.Second);
        var pairs = Texts("transactions", "merchant").Zip(Texts("transactions", "category")).Distinct().ToArray();

        Assert.Equal(13, pairs.Select(pair => pair.Second).Distinct().Count());
        Assert.All(pairs, pair => Assert.Equal(categories[pair.First!], pair.Second));
    }

    [Fact]
    public void Fraud_is_as_rare_as_its_rates_say()
    {
        var (types, cards, devices) = (Texts("transactions", "fraud_type"), Texts("transactions", "card_id"), Texts("transactions", "device"));
        var accounts = Bank.Value["accounts"].Rows.Count;
        var episodes = Enumerable.Range(0, types.Length).Where(row => types[row] is "card_testing" or "account_takeover").Select(row => (types[row], cards[row], devices[row])).Distinct().ToArray();

        // Poisson with the default rates of the process: 0.02 and 0.012 episodes a card and year.
        NormalTolerance.AssertCount(0.02 * accounts, episodes.Count(episode => episode.Item1 == "card_testing"), 0.02 * accounts, "card testing");
        NormalTolerance.AssertCount(0.012 * accounts, episodes.Count(episode => episode.Item1 == "account_takeover"), 0.012 * accounts, "takeovers");
        Assert.InRange(types.Count(type => type != "none") / (double)types.Length, 0.0001, 0.004);
        var madeUp = Texts("customers", "customer_id").Zip(Texts("customers", "identity")).Where(pair => pair.Second == "synthetic").Select(pair => pair.First!).ToHashSet();
        Assert.All(Enumerable.Range(0, types.Length).Where(row => types[row] == "synthetic_identity"), row => Assert.Contains(cards[row]![..9], madeUp));
    }

    [Fact]
    public void Loans_carry_the_terms_of_their_grade_and_default_as_the_year_allows()
    {
        var all = CalmLoans.Value;
        var macro = (double)EmbeddedScenarios.Load("finance").Simulate(1, new SimulationOptions { Seed = 9 })["economies"]["macro"][0]!;
        var (grades, chances, losses, defaulted) = (Cells(all, "grade").ToArray(), Cells(all, "default_probability").ToArray(), Cells(all, "loss_given_default").ToArray(), Cells(all, "defaulted").ToArray());
        double expected = 0, variance = 0, found = 0;
        for (var row = 0; row < grades.Length; row++)
        {
            var grade = CreditGrade.All.Single(one => one.Name == (string)grades[row]!);
            Assert.Equal((grade.DefaultProbability, grade.LossGivenDefault), ((double)chances[row]!, (double)losses[row]!));
            var chance = new VasicekPool(grade.DefaultProbability, 0.15).Conditional(macro);
            (expected, variance, found) = (expected + chance, variance + chance * (1 - chance), found + ((bool)defaulted[row]! ? 1 : 0));
        }
        Assert.True(expected > 5, $"{expected}");
        NormalTolerance.AssertCount(expected, found, variance, "defaults");
    }

    [Theory, InlineData("recession", null, 2.0), InlineData("rate-shock", "floating", 1.3), InlineData("sector-crash", "construction", 1.5)]
    public void A_stress_makes_those_default_more_whom_it_hits(string variant, string? hit, double factor)
    {
        double Defaults(DataFrame loans) => loans.Rows.Where(row => hit switch { "floating" => row["floating"] is true, "construction" => row["sector"] is "construction", _ => true }).Average(row => row["defaulted"] is true ? 1 : 0);

        // Seed and so the luck of every borrower are the same; only the economy differs.
        var (calm, stressed) = (Defaults(CalmLoans.Value), Defaults(Loans(EmbeddedScenarios.Load("finance").With(variant))));
        Assert.True(stressed > factor * calm, $"{variant}: {stressed} against {calm}");
    }

    [Fact]
    public void The_world_is_the_same_at_any_number_of_threads()
    {
        var (one, four) = (Simulated(threads: 1), Simulated(threads: 4));

        foreach (var table in one.Tables.Keys) Assert.Equal(Csv(one[table]), Csv(four[table]));

        static World Simulated(int threads) => EmbeddedScenarios.Load("finance").Simulate(60, new SimulationOptions { Seed = 5, Threads = threads });
    }

    private static byte[] Csv(DataFrame table)
    {
        using var stream = new MemoryStream();
        table.SaveCsv(stream);
        return System.Security.Cryptography.SHA256.HashData(stream.ToArray());
    }
}
