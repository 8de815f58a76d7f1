using SynthNotebooks.Contracts;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

public class DomainFileTests
{
    [Theory]
    [InlineData("""{"age": -3}""", "'age'", "1 to 60000")]
    [InlineData("""{"age": {"min": 5}}""", "'age'", "accepted are")]
    [InlineData("""{"age": {"min": 5, "max": 4}}""", "'age'", "above the largest")]
    [InlineData("""{"age": {"min": 0, "max": 4, "decimals": 12}}""", "'age'", "0 to 9")]
    [InlineData("""{"age": {"values": []}}""", "'age'", "1 to 60000")]
    [InlineData("""{"age": {"values": ["a", "a"]}}""", "'age'", "twice")]
    [InlineData("""{"age": {"values": ["a", 1]}}""", "'age'", "all texts")]
    [InlineData("""{"age": {"min": "2020-13-01", "max": "2021-01-01"}}""", "2020-13-01", "yyyy-MM-dd")]
    [InlineData("""{"age": """, "no JSON", "")]
    [InlineData("nowhere.json", "nowhere.json", "does not exist")]
    public void What_is_wrong_is_told(string text, string what, string accepted)
    {
        var message = Assert.Throws<FitException>(() => DomainFile.Read(text)).Message;

        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.Contains(accepted, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_lists_and_ranges_are_read()
    {
        var domain = DomainFile.Read("""{"a": 7, "b": {"values": ["x", null, "y"]}, "c": {"min": -1.5, "max": 2, "decimals": 1}, "d": {"min": 1, "max": 3, "missing": true}}""");

        Assert.Equal((7L, true), domain["a"] is RangeDomain codes ? (codes.Values, codes.IsCode) : default);
        Assert.True(domain["b"] is ListedDomain { HasMissing: true, Palette.Length: 2 });
        Assert.True(domain["c"] is RangeDomain { Low: -15, High: 20, Decimals: 1, HasMissing: false });
        Assert.True(domain["d"] is RangeDomain { Values: 3, HasMissing: true });
    }
}
