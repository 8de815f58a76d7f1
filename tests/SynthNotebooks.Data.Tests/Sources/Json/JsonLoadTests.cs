using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Sources.Json;

public class JsonLoadTests
{
    [Theory]
    [InlineData("{\"a\":1,\"b\":\"x\",\"d\":\"2024-01-31\"}\n{\"b\":\"y\",\"a\":2.5,\"c\":true}\n{\"a\":null,\"d\":\"2024-02-01\"}\n")]
    [InlineData("[{\"a\":1,\"b\":\"x\",\"d\":\"2024-01-31\"},\n{\"b\":\"y\",\"a\":2.5,\"c\":true},{\"a\":null,\"d\":\"2024-02-01\"}]")]
    public void Lines_and_arrays_of_objects_are_tables(string json)
    {
        using var folder = new TemporaryFolder();
        var frame = DataFrame.Load(folder.Written("t.jsonl", json));
        Assert.Equal(
            [("a", ColumnKind.Real), ("b", ColumnKind.Text), ("d", ColumnKind.Date), ("c", ColumnKind.Boolean)],
            frame.Columns.Select(column => (column.Name, column.Kind)));
        Assert.Equal([1, 2.5, double.NaN], frame["a"].ToNumbers());
        Assert.Equal(2, frame["c"].NullCount);
        Assert.Equal(new DateOnly(2024, 2, 1), frame["d"][2]);
    }

    [Theory]
    [InlineData("{\"a\":{\"b\":1}}", 1, "'a' is an object")]
    [InlineData("{\"a\":1}\n{\"a\":[1]}", 2, "'a' is an array")]
    [InlineData("{\"a\":1}\n{\"a\":", 2, "sound JSON")]
    [InlineData("{\"a\":1}\n5", 2, "each row must be an object")]
    [InlineData("{\"a\":1,\"a\":2}", 1, "'a' twice")]
    [InlineData("", null, "no rows")]
    public void Bad_json_is_refused_with_line_and_key(string json, int? line, string part)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Written("t.json", json);
        var failure = Assert.Throws<DataLoadException>(() => DataFrame.Load(path));
        Assert.Equal(line, (int?)failure.Line);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mixed_values_become_text_and_told_kinds_hold()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Written("t.json", "[{\"a\":1,\"z\":\"5\"},{\"a\":\"x\",\"z\":\"6\"},{\"a\":true,\"z\":\"-\"}]");
        Assert.Equal(["1", "x", "true"], Enumerable.Range(0, 3).Select(DataFrame.Load(path)["a"].GetText));
        var told = new LoadOptions { Kinds = new Dictionary<string, ColumnKind> { ["z"] = ColumnKind.Integer }, NullTokens = ["-"] };
        Assert.Equal(5L, DataFrame.Load(path, told)["z"][0]);
        Assert.Contains("Column 'z', row 2", Assert.Throws<DataLoadException>(() => DataFrame.Load(path, told with { NullTokens = null })).Message, StringComparison.Ordinal);
    }

    [Theory, Seeds(300)]
    public void No_text_crashes_the_reader(ulong seed)
    {
        var random = new SplitRandom(seed);
        string[] pieces = ["{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-2.5e3", "1e999", "null", "true", "\"2024-01-01\"", "\n", " ", "\"\\ud800\"", "{\"a\":1}", "{\"b\":\"x\",\"a\":null}", "/*"];
        using var folder = new TemporaryFolder();
        var path = folder.Written("t.json", string.Concat(RandomFrames.Make(random.NextBelow(12), _ => pieces[random.NextBelow(pieces.Length)])));
        try
        {
            var frame = DataFrame.LoadJson(path);
            Assert.All(frame.Columns, column => Assert.Equal(frame.Rows.Count, column.Length));
        }
        catch (DataLoadException failure)
        {
            Assert.NotEmpty(failure.Message);
        }
    }
}
