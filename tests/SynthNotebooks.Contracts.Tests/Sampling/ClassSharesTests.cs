namespace SynthNotebooks.Contracts.Tests.Sampling;

public class ClassSharesTests
{
    [Fact]
    public void Weights_are_divided_by_their_sum_and_zeros_are_left_out()
    {
        var shares = ClassShares.FromJson("""{"income": {"low": 3, "high": 1, "none": 0}}""");

        Assert.Equal("income", shares.Column);
        Assert.Equal([new ClassShare("low", .75), new ClassShare("high", .25)], shares.Shares!);
    }

    [Theory]
    [InlineData("income=balanced", "income")]
    [InlineData("a=b=BALANCED", "a=b")]
    [InlineData("""{"income": "balanced"}""", "income")]
    public void Balanced_is_written_in_a_word(string text, string column) => Assert.Equal(ClassShares.Balanced(column), ClassShares.Read(text));

    [Theory]
    [InlineData("income", "neither of the form COLUMN=balanced nor a file")]
    [InlineData("=balanced", "neither of the form")]
    [InlineData("{", "no JSON")]
    [InlineData("{}", "one JSON object with one column")]
    [InlineData("""{"a": {"x": 1}, "b": {"y": 1}}""", "one JSON object with one column")]
    [InlineData("""{"a": 3}""", "The shares of 'a' are 3")]
    [InlineData("""{"a": {"x": "much"}}""", "The share of a = 'x' is \"much\"; a number is accepted")]
    [InlineData("""{"a": {"x": -1}}""", "The share of a = 'x' is -1; it must be a number of 0 or more")]
    [InlineData("""{"a": {"x": 0}}""", "No class of 'a' has a share above 0")]
    [InlineData("""{"a": {"x": 1, "x": 2}}""", "The share of a = 'x' is given twice")]
    public void Another_form_is_refused_with_what_is_accepted(string text, string part) =>
        Assert.Contains(part, Assert.Throws<FormatException>(() => ClassShares.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_is_read()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """{"sex": {"F": 0.5, "M": 0.5}}""");
            Assert.Equal(2, ClassShares.Read(file).Shares!.Count);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
