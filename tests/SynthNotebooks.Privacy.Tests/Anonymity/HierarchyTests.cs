using SynthNotebooks.Data;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Privacy.Tests.Anonymity;

public class HierarchyTests
{
    [Theory]
    [InlineData("Berlin;Germany;Europe;*\nParis;France;Europe;*\n")]
    [InlineData("Berlin,Germany,Europe,*\nParis,France,Europe,*\n")]
    public void A_file_has_one_line_a_value(string text)
    {
        var folder = Directory.CreateTempSubdirectory("hierarchies").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "cities_hierarchy_city.csv"), text);
            var hierarchy = HierarchyFolder.Load(folder, ["city", "age"])["city"];
            Assert.Equal(4, hierarchy.Levels);
            Assert.Equal(["Europe", "Europe"], hierarchy.Labels(TextColumn.Of("city", ["Paris", "Berlin"]), 2));
            Assert.Contains("'Rome'", Assert.Throws<AnonymityException>(() => hierarchy.Labels(TextColumn.Of("city", ["Rome"]), 1)).Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Lines_that_do_not_nest_are_refused_with_both_values()
    {
        var error = Assert.Throws<AnonymityException>(() => TableHierarchy.Of([["a", "x", "1"], ["b", "x", "2"]]));
        Assert.Contains("'a' and 'b' are both 'x' at level 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_masks_and_dates_are_labelled_in_full()
    {
        Assert.Equal(["20-24", "25-29"], GeneralisationHierarchy.Intervals(5, 10).Labels(new Int64Column("age", new long[] { 24, 25 }), 1));
        Assert.Equal(["20-29", "20-29"], GeneralisationHierarchy.Intervals(5, 10).Labels(new Int64Column("age", new long[] { 24, 25 }), 2));
        Assert.Equal(["[1.5, 2)"], GeneralisationHierarchy.Intervals(0.5).Labels(new DoubleColumn("x", new[] { 1.7 }), 1));
        Assert.Equal(["123**"], GeneralisationHierarchy.Masking(5).Labels(TextColumn.Of("zip", ["12345"]), 2));
        Assert.Equal(["2020s"], GeneralisationHierarchy.Dates().Labels(new DateColumn("d", new[] { new DateOnly(2024, 2, 29).DayNumber }), 3));
        Assert.Contains("no multiple", Assert.Throws<ArgumentException>(() => GeneralisationHierarchy.Intervals(5, 12)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_cell_is_a_value_of_its_own_below_the_top()
    {
        var table = new DataFrame(new Int64Column("age", new long[] { 21, 22, 0, 0 }, NullMask.Of([false, false, true, true])));
        var result = Anonymiser.Run(table, new(["age"], [new KAnonymity(2)]) { Hierarchies = new Dictionary<string, GeneralisationHierarchy> { ["age"] = GeneralisationHierarchy.Intervals(10) } });
        Assert.Equal(["20-29", "20-29", null, null], Enumerable.Range(0, 4).Select(result.Release["age"].GetText));
    }
}
