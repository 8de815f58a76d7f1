using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts.Tests.Catalogs;

public class OptionsRecordTests
{
    private static readonly OptionsRecord Record = OptionsRecord.Of(typeof(SampleOptionsRecord));

    [Fact]
    public void Parameters_carry_name_type_default_text_and_range()
    {
        Assert.Equal(["depth", "learning-rate", "leaf-kind", "use-l2", "title", "limit"], Record.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(new OptionParameter("learning-rate", typeof(double), 0.1, "Step of each round; legal 0.001 to 1.", 0.001, 1), Record.Parameters[1]);
        Assert.Equal(["plain", "best-first"], Record.Parameters[2].Choices);
        Assert.Equal((2.0, 64.0), (Record.Parameters[0].Minimum, Record.Parameters[0].Maximum));
    }

    [Fact]
    public void Texts_are_bound_and_described_again()
    {
        var texts = new Dictionary<string, string> { ["depth"] = "7", ["learning-rate"] = "0.25", ["leaf-kind"] = "best-first", ["use-l2"] = "true", ["title"] = "a b", ["limit"] = "9" };

        var options = Assert.IsType<SampleOptionsRecord>(Record.Bind(texts));

        Assert.Equal(new SampleOptionsRecord(7, 0.25, LeafKind.BestFirst, true, "a b", 9), options);
        Assert.Equal(texts.OrderBy(pair => pair.Key), Record.Describe(options).OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Without_texts_defaults_hold()
    {
        Assert.Equal(new SampleOptionsRecord(), Record.Bind(null));
        Assert.Equal(new SampleOptionsRecord(), Record.Bind(Record.Describe(new SampleOptionsRecord())));
    }

    [Theory]
    [InlineData("dept", "5", "Did you mean 'depth'?")]
    [InlineData("depth", "65", "Option 'depth' is '65'; it must be a whole number of 2 to 64.")]
    [InlineData("depth", "2.5", "Option 'depth' is '2.5'; it must be a whole number of 2 to 64.")]
    [InlineData("depth", "", "it must be a whole number of 2 to 64.")]
    [InlineData("depth", "99999999999", "it must be a whole number of 2 to 64.")]
    [InlineData("learning-rate", "0,5", "it must be a number of 0.001 to 1.")]
    [InlineData("learning-rate", "NaN", "it must be a number of 0.001 to 1.")]
    [InlineData("leaf-kind", "worst", "it must be one of plain, best-first.")]
    [InlineData("use-l2", "maybe", "it must be true or false.")]
    public void Wrong_texts_are_told_by_name_value_and_what_is_legal(string name, string text, string message) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(() => Record.Bind(new Dictionary<string, string> { [name] = text })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_factory_makes_generators_by_id()
    {
        var catalog = new Catalog<GeneratorAttribute>("model", typeof(OptionsRecordTests).Assembly);

        Assert.Equal(9, Assert.IsType<EchoGenerator>(GeneratorFactory.Create(catalog, "echo", new Dictionary<string, string> { ["start"] = "9" })).Start);
        Assert.Contains("Did you mean 'echo'?", Assert.Throws<ArgumentException>(() => GeneratorFactory.Create(catalog, "eco")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneratorFactory.Create(catalog, "echo", new Dictionary<string, string> { ["start"] = "-1" }));
    }
}

/// <summary>Options to be described.</summary>
/// <param name="Depth">Most levels. Default 6; legal 2 to 64.</param>
/// <param name="LearningRate">Step of each round; legal 0.001 to 1.</param>
/// <param name="LeafKind">How leaves grow.</param>
/// <param name="UseL2">Whether to shrink.</param>
/// <param name="Title">Any text.</param>
/// <param name="Limit">Most rounds, none when absent.</param>
public sealed record SampleOptionsRecord(int Depth = 6, double LearningRate = 0.1, LeafKind LeafKind = LeafKind.Plain, bool UseL2 = false, string Title = "", int? Limit = null);

/// <summary>How leaves grow.</summary>
public enum LeafKind
{
    /// <summary>Level by level.</summary>
    Plain,

    /// <summary>The best first.</summary>
    BestFirst,
}
