using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Tests.Hosting;
using SynthNotebooks.Privacy.Anonymity;
using SynthNotebooks.Privacy.Deidentification;
using SynthNotebooks.Privacy.Local;

namespace SynthNotebooks.Notebooks.Tests.Magics;

public sealed class AnonymityMagicTests : IDisposable
{
    private readonly Notebook _notebook = new();

    private FakeHost Host => _notebook.Host;

    public void Dispose() => _notebook.Dispose();

    [Theory]
    [InlineData("optimal")]
    [InlineData("mondrian")]
    public async Task A_table_is_anonymised_and_what_attacks_learn_is_shown(string method)
    {
        await Load();
        Directory.CreateDirectory(_notebook.PathOf("levels"));
        File.WriteAllText(_notebook.PathOf("levels/sex.csv"), "F;any\nM;any\n");

        await _notebook.Run($"#!anonymise patients --k 4 --quasi age,zip,sex --sensitive ill --l 2 --method {method} --hierarchies levels --suppress 0.04 --as safe --quiet");

        var result = Assert.IsType<AnonymityResult>(Host.Shown[^1]);
        Assert.Same(result.Release, Host["safe"]);
        Assert.True(result.ClassSizes.Min() >= 4);
        var shown = new AnonymityResultDisplay();
        var text = shown.Format(result, MimeTypes.Text);
        Assert.Contains("homogeneity", text, StringComparison.Ordinal);
        Assert.Contains("intersection", text, StringComparison.Ordinal);
        Assert.Contains("prosecutor", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", shown.Format(result, MimeTypes.Html), StringComparison.Ordinal); // the column's name is encoded
    }

    [Fact]
    public async Task Wrong_requests_change_nothing()
    {
        await Load();
        Assert.Contains("Did you mean 'age'", await _notebook.Fail("#!anonymise patients --k 2 --quasi agee --as safe --quiet"), StringComparison.Ordinal);
        Assert.Contains("only 200 rows", await _notebook.Fail("#!anonymise patients --k 201 --quasi age --as safe --quiet"), StringComparison.Ordinal);
        Assert.Contains("name at least one", await _notebook.Fail("#!anonymise patients --k 2 --quasi age --l 2 --as safe --quiet"), StringComparison.Ordinal);
        Assert.Contains("no folder of hierarchies", await _notebook.Fail("#!anonymise patients --k 2 --quasi age --hierarchies nowhere --as safe --quiet"), StringComparison.Ordinal);
        Assert.Contains("'ill'", await _notebook.Fail("#!randomise patients --column ill --epsilon 1 --as reports"), StringComparison.Ordinal);
        Assert.Contains("'nmae'", await _notebook.Fail("#!deidentify patients --keep nmae --as clean"), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'oue'", await _notebook.Fail("#!audit --mechanism ouee"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Identifiers_are_removed_and_columns_randomised_and_mechanisms_audited()
    {
        await Load();
        await _notebook.Run("#!deidentify patients --profile safe-harbor --as clean");
        Assert.Equal(["age", "zip", "sex", "ill", "<b>"], ((DataFrame)Host["clean"]!).Columns.Select(column => column.Name));
        Assert.Contains("by name", new SafeHarborReportDisplay().Format(Assert.IsType<SafeHarborReport>(Host.Shown[^1]), MimeTypes.Text), StringComparison.Ordinal);

        await _notebook.Run("#!randomise patients --column ill --epsilon 1 --categories flu,cold,gout --as reports");
        var reports = Assert.IsType<RandomisedColumn>(Host.Shown[^1]);
        Assert.Contains("1-DP", new RandomisedColumnDisplay().Format(reports, MimeTypes.Text), StringComparison.Ordinal);
        Assert.Equal(200, ((DataFrame)Host["reports"]!).Rows.Count);

        await _notebook.Run("#!audit --mechanism randomised-response --epsilon 1 --trials 500");
        Assert.Contains("randomised-response", new MechanismAuditsDisplay().Format(Host.Shown[^1], MimeTypes.Text), StringComparison.Ordinal);

        await _notebook.Run("#!audit --method dp-independent --epsilon 2 --trials 100 --seconds 5");
        Assert.Contains("private method", new MechanismAuditsDisplay().Format(Host.Shown[^1], MimeTypes.Text), StringComparison.Ordinal);
        await _notebook.Run("#!audit --method mst --one-run --trials 100");
        Assert.Contains("one single run", new MechanismAuditsDisplay().Format(Host.Shown[^1], MimeTypes.Text), StringComparison.Ordinal);
    }

    private async Task Load()
    {
        File.WriteAllText(_notebook.PathOf("patients.csv"), "name,age,zip,sex,ill,<b>\n" + string.Concat(
            Enumerable.Range(0, 200).Select(row => $"N{row},{20 + row * 7 % 60},{10000 + row % 4},{(row % 3 == 0 ? "F" : "M")},{(row % 5 == 0 ? "cold" : row % 7 == 0 ? "gout" : "flu")},{row % 2}\n")));
        await _notebook.Run("#!load patients.csv --as patients");
    }
}
