namespace SynthNotebooks.Cli.Tests;

/// <summary>A temporary folder, and the tool run in this process within it.</summary>
internal sealed class Workspace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("synthnb-test-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public static async Task<(int Status, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var status = await new Tool(output, errors).RunAsync(arguments);
        return (status, output.ToString(), errors.ToString());
    }

    /// <summary>A table of 400 rows with every kind of column, nulls, a constant and an all-null column.</summary>
    public string MixedTable(string name = "mixed.csv")
    {
        var random = new SynthNotebooks.Data.SplitRandom(7);
        var lines = new List<string> { "id,age,score,group,flag,day,constant,nothing" };
        string[] groups = ["red", "green", "blue", "<script>alert(1)</script>"];
        for (var i = 0; i < 400; i++)
        {
            var age = 20 + random.NextBelow(50);
            var score = random.NextDouble() < 0.1 ? "" : (age * 1.5 + random.NextNormal()).ToString("F2", System.Globalization.CultureInfo.InvariantCulture);
            lines.Add($"P{i:D5},{age},{score},{groups[random.NextBelow(4)]},{(random.NextBelow(2) == 0 ? "true" : "false")},2024-{1 + random.NextBelow(12):D2}-{1 + random.NextBelow(28):D2},x,");
        }
        return Write(name, string.Join('\n', lines) + "\n");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
