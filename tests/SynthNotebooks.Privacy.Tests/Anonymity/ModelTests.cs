using SynthNotebooks.Data;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Privacy.Tests.Anonymity;

public class ModelTests
{
    // The salary example of the t-closeness paper: 3k to 11k, a class of {3k, 4k, 5k} is 0.375 away, {6k, 8k, 11k} 0.167.
    [Theory]
    [InlineData(new[] { 0, 1, 2 }, 0.375)]
    [InlineData(new[] { 3, 5, 8 }, 0.16666666666666666)]
    public void The_ordered_distance_is_that_of_the_paper(int[] rows, double expected)
    {
        var table = new DataFrame(new Int64Column("salary", new long[] { 3, 4, 5, 6, 7, 8, 9, 10, 11 }));
        Assert.Equal(expected, Smallest(table, rows, t => new TCloseness("salary", t, GroundDistance.Ordered)), 1e-6);
    }

    [Fact]
    public void The_hierarchical_distance_moves_less_within_a_group()
    {
        var hierarchy = GeneralisationHierarchy.Groups().Group("gut", "ulcer", "gastritis").Group("lung", "flu", "cough").Build();
        var table = new DataFrame(TextColumn.Of("ill", ["ulcer", "gastritis", "flu", "cough"]));
        // {ulcer, flu}: a quarter moves within each group at half the height; {ulcer, gastritis}: a half moves across.
        Assert.Equal(0.25, Smallest(table, [0, 2], t => new TCloseness("ill", t, GroundDistance.Hierarchical, hierarchy)), 1e-6);
        Assert.Equal(0.5, Smallest(table, [0, 1], t => new TCloseness("ill", t, GroundDistance.Hierarchical, hierarchy)), 1e-6);
        Assert.Equal(0.75, Smallest(table, [0], t => new TCloseness("ill", t)), 1e-6);
    }

    [Fact]
    public void Diversity_counts_as_defined()
    {
        var table = new DataFrame(TextColumn.Of("ill", ["a", "a", "a", "b", "b", "c"]));
        int[] all = [0, 1, 2, 3, 4, 5];
        Assert.True(new DistinctDiversity("ill", 3).Bind(table).Holds(all, 6));
        Assert.False(new DistinctDiversity("ill", 3).Bind(table).Holds([0, 3, 4], 3));
        var entropy = Math.Exp(-(0.5 * Math.Log(0.5) + Math.Log(1 / 3.0) / 3 + Math.Log(1 / 6.0) / 6));
        Assert.True(new EntropyDiversity("ill", entropy - 1e-6).Bind(table).Holds(all, 6));
        Assert.False(new EntropyDiversity("ill", entropy + 1e-6).Bind(table).Holds(all, 6));
        Assert.False(new RecursiveDiversity("ill", 1, 2).Bind(table).Holds(all, 6)); // 3 < 1 (2 + 1) is false
        Assert.True(new RecursiveDiversity("ill", 1.01, 2).Bind(table).Holds(all, 6));
        Assert.False(new RecursiveDiversity("ill", 3, 3).Bind(table).Holds(all, 6)); // 3 < 3 · 1 is false
    }

    [Fact]
    public void A_map_and_presence_compare_with_the_population()
    {
        var population = new DataFrame(new Int64Column("age", new long[] { 21, 21, 22, 23, 31, 32, 33, 34 }));
        var table = new DataFrame(new Int64Column("age", new long[] { 21, 22, 31 }));
        AnonymityResult Run(IPrivacyModel model) => Anonymiser.Run(table, new(["age"], [model])
        {
            Population = population,
            Hierarchies = new Dictionary<string, GeneralisationHierarchy> { ["age"] = GeneralisationHierarchy.Intervals(10) },
        });

        Assert.Equal(1, Run(new KMap(4)).Levels[0].Level);
        Assert.Equal(2, Run(new KMap(5)).Levels[0].Level);
        Assert.Equal(0.25, Run(new KMap(4)).Risk.JournalistHighest);
        Assert.Equal(0.375, Run(new KMap(4)).Risk.Marketer * 3 * 0.5, 1e-12); // (2/4 + 1/4) / 3 rows
        Assert.Equal(1, Run(new DeltaPresence(0.25, 0.5)).Levels[0].Level); // 2 of 4 and 1 of 4
        Assert.Equal(2, Run(new DeltaPresence(0.3, 0.5)).Levels[0].Level); // 3 of 8
        Assert.Contains("population", Assert.Throws<AnonymityException>(() => Anonymiser.Run(table, new(["age"], [new KMap(2)]))).Message, StringComparison.Ordinal);
    }

    // The smallest t that the class meets, by bisection.
    private static double Smallest(DataFrame table, int[] rows, Func<double, IPrivacyModel> model)
    {
        double low = 0, high = 1;
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if (model(middle).Bind(table).Holds(rows, rows.Length)) high = middle;
            else low = middle;
        }
        return high;
    }
}
