using SynthNotebooks.Contracts;
using SynthNotebooks.Generators.Industry.Finance.Markets;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Generators.Tests.Industry.Finance;

public class MarketsScenarioTests
{
    [Fact]
    public void The_exchange_has_a_row_for_each_asset_and_trading_day_and_two_days_of_orders()
    {
        var world = EmbeddedScenarios.Load("markets").Simulate(1, new SimulationOptions { Seed = 2 });
        var (prices, orders) = (world["prices"], world["orders"]);
        var days = TradingDays.Between(ProcessTable.Seconds("2014-01-01"), ProcessTable.Seconds("2024-01-01")).Count();

        Assert.Equal(6 * days, prices.Rows.Count);
        Assert.Equal(["BANK", "TOWER", "GRAIN", "STEEL", "CLOUD", "METRO"], prices.Rows.Take(6).Select(row => (string)row["asset"]!));
        Assert.Equal(2, orders.Rows.Select(row => ((DateTime)row["time"]!).Date).Distinct().Count());
        Assert.True(orders.Rows.Count > 10_000);
    }
}
