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

    [Theory]
    [InlineData("--l 1.5 --diversity entropy", "entropy 1.5-diversity")]
    [InlineData("--l 2 --diversity recursive --c 6", "recursive (6, 2)-diversity")]
    [InlineData("--t 0.4 --distance ordered", "0.4-closeness of ill (ordered distance)")]
    [InlineData("--k-map 6 --population people", "6-map")]
    [InlineData("--presence-max 0.6 --population people", "(0, 0.6)-presence")]
    [InlineData("--loss discernibility", "4-anonymity")]
    public async Task Every_model_of_the_family_can_be_asked_for(string options, string model)
    {
        await Load();
        await _notebook.Run("#!load people.csv --as people");

        await _notebook.Run($"#!anonymise patients --k 4 --quasi age,sex --sensitive ill --suppress 0.2 {options} --as safe --quiet");

        var result = Assert.IsType<AnonymityResult>(Host.Shown[^1]);
        Assert.True(result.ClassSizes.Min() >= 4);
        Assert.Contains(model, new AnonymityResultDisplay().Format(result, MimeTypes.Text), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Values_are_exchanged_and_wrong_demands_are_told()
    {
        await Load();
        await _notebook.Run("#!anonymise patients --k 4 --quasi age,sex --swap zip --window 0.5 --as safe --quiet");
        var (before, after) = ((DataFrame)Host["patients"]!, (DataFrame)Host["safe"]!);
        Assert.Equal(before["zip"].ToNumbers().Order(), after["zip"].ToNumbers().Order());
        Assert.NotEqual(before["zip"].ToNumbers(), after["zip"].ToNumbers()); // 200 rows: chance of no exchange is nil

        Assert.Contains("discernibility", await _notebook.Fail("#!anonymise patients --k 2 --quasi age --loss least --as safe --quiet"), StringComparison.Ordinal);
        Assert.Contains("whole number", await _notebook.Fail("#!anonymise patients --k 2 --quasi age --sensitive ill --l 1.5 --as safe --quiet"), StringComparison.Ordinal);
        Assert.Contains("ill.csv", await _notebook.Fail("#!anonymise patients --k 2 --quasi age --sensitive ill --t 0.3 --distance hierarchical --as safe --quiet"), StringComparison.Ordinal);
        Assert.Contains("population", await _notebook.Fail("#!anonymise patients --k 2 --quasi age --k-map 3 --as safe --quiet"), StringComparison.Ordinal);
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
        File.WriteAllText(_notebook.PathOf("people.csv"), "age,sex\n" + string.Concat(Enumerable.Range(0, 400).Select(row => $"{20 + row % 200 * 7 % 60},{(row % 200 % 3 == 0 ? "F" : "M")}\n")));
        await _notebook.Run("#!load patients.csv --as patients");
    }
}
