using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;
using SynthNotebooks.Generators.Tests.Industry.Finance;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Tests.Industry.Telecom;

public class ChurnTests
{
    private const int Subscribers = 6000;

    [Fact]
    public void A_logistic_model_finds_the_drivers_of_churn_again()
    {
        // Data sessions have no part in churn, so they are left out for speed: attributes draw from streams of their own.
        var text = EmbeddedScenarios.Text("telecom").Replace("rate: sessions_a_day / day", "rate: 0.001 / day", StringComparison.Ordinal);
        var run = Scenario.Parse(text).Run(Subscribers, new SimulationOptions { Seed = 11 });
        var parts = run.Stream(["plans", "subscribers"]).GroupBy(part => part.Table).ToDictionary(group => group.Key, group => DataFrame.Concatenate([.. group.Select(part => part.Rows)]));
        var (plans, people) = (parts["plans"], parts["subscribers"]);
        var price = plans.Texts("plan_id").Zip(plans.Numbers("price")).ToDictionary(pair => pair.First!, pair => pair.Second);
        var kind = plans.Texts("plan_id").Zip(plans.Texts("kind")).ToDictionary(pair => pair.First!, pair => pair.Second == "prepaid" ? 1.0 : 0);
        var plan = people.Texts("plan");

        var drivers = new (string Name, double Effect, double[] Values)[]
        {
            ("price", 0.05, [.. plan.Select(id => price[id!])]),
            ("share of dropped calls", 30, [.. people.Numbers("calls").Zip(people.Numbers("dropped_calls"), (calls, dropped) => calls > 0 ? dropped / calls : 0)]),
            ("contacts", 0.3, people.Numbers("contacts")),
            ("unsolved contacts", 0.9, people.Numbers("unsolved")),
            ("logarithm of tenure", -0.8, [.. people.Numbers("tenure_days").Select(days => Math.Log(1 + days / 365))]),
            ("prepaid", 0.8, [.. plan.Select(id => kind[id!])]),
        };
        var age = people.Numbers("age"); // has no part in it
        var features = new FeatureTable([.. drivers.Select(driver => FeatureColumn.OfNumbers(driver.Name, driver.Values)), FeatureColumn.OfNumbers("age", age)]);
        var churned = people.Numbers("churned");
        var estimates = CoefficientEstimates.Of(features, Labels.OfClasses([.. churned.Select(flag => (int)flag)], 2), LinearEncoding.Of(features), new TrainingContext());

        Assert.InRange(churned.Average(), 0.03, 0.3);
        for (var i = 0; i <= drivers.Length; i++)
        {
            var (name, effect, values) = i < drivers.Length ? drivers[i] : ("age", 0, age);
            var mean = values.Average();
            var expected = effect * Math.Sqrt(values.Average(x => (x - mean) * (x - mean))); // coefficients are those of standardised numbers
            NormalTolerance.AssertNear(expected, estimates.Values[i], estimates.Errors[i], name);
            if (effect != 0) Assert.True(Math.Abs(estimates.Values[i]) > NormalTolerance.Deviations * estimates.Errors[i], $"{name}: {estimates.Values[i]} ± {estimates.Errors[i]}");
        }
    }

    [Fact]
    public void Full_cells_drive_people_away()
    {
        var (calm, stressed) = (Left(null).Sum(), Left("full-cells").Sum());

        // At most the deviation of the difference of two independent counts.
        Assert.True(stressed - calm > NormalTolerance.Deviations * Math.Sqrt(calm + stressed), $"{calm}, {stressed}");
    }

    [Fact]
    public void A_rise_of_prices_adds_leavers_and_keeps_those_who_left_anyway()
    {
        var (calm, stressed) = (Left(null), Left("price-rise"));

        // The same draw meets a greater chance. Some 4 EUR more add 0.2 to the log odds, 60 leavers or more: none at all has probability below e^-60.
        Assert.All(calm.Zip(stressed), pair => Assert.True(pair.Second >= pair.First));
        Assert.True(stressed.Sum() > calm.Sum());
    }

    private static double[] Left(string? variant)
    {
        var scenario = Scenario.Parse(EmbeddedScenarios.Text("telecom").Replace("rate: sessions_a_day / day", "rate: 0.001 / day", StringComparison.Ordinal));
        if (variant is not null) scenario = scenario.With(variant);
        return [.. scenario.Run(3000, new SimulationOptions { Seed = 12 }).Stream(["subscribers"]).SelectMany(part => part.Rows.Numbers("churned"))];
    }
}
