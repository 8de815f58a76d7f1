using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Cli.Tests.Interactive;

// Alone: the other kernel's displays prefer HTML, and which form is preferred holds for the whole process.
[CollectionDefinition(nameof(ExtensionTests), DisableParallelization = true)]
[Collection(nameof(ExtensionTests))]
public sealed class ExtensionTests : IDisposable
{
    private const string Patients = "var patients = new SynthNotebooks.Data.DataFrame(new SynthNotebooks.Data.Int64Column(\"age\", Enumerable.Range(0, 60).Select(i => 20L + i % 30).ToArray()));";

    private readonly InteractiveNotebook _notebook = new();

    public void Dispose() => DisplayFormatters.Register();

    [Fact]
    public async Task The_script_of_the_package_registers_every_magic_and_says_so()
    {
        var loading = await _notebook.LoadAsync();

        Assert.Equal(new MagicCatalog(Toolkit.Default).Commands.Select(command => command.Magic.Name), _notebook.Root.KernelInfo.SupportedDirectives.Select(directive => directive.Name));
        Assert.All(_notebook.Root.KernelInfo.SupportedDirectives, directive => Assert.NotEmpty(directive.Description!));
        Assert.Contains("#!fit", Text(Assert.Single(loading.Published)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_twice_changes_nothing_and_says_nothing()
    {
        await _notebook.LoadAsync();
        await _notebook.RunAsync("var kept = 1;");

        var again = await _notebook.LoadAsync();

        Assert.Empty(again.Published);
        Assert.Empty(_notebook.CSharp.Deferred);
        Assert.Equal(1, await _notebook.RunAsync("kept"));
    }

    [Fact]
    public async Task No_name_of_the_script_stays_in_the_notebook_but_the_laboratory_is_in_scope()
    {
        await _notebook.LoadAsync();

        Assert.Equal("SynthNotebooks.Data.Int64Column", await _notebook.RunAsync("typeof(Int64Column).FullName"));
        Assert.Empty(_notebook.CSharp.ScriptState!.Variables);
    }

    [Fact]
    public async Task A_magic_sets_a_typed_variable_and_updates_its_display_in_html_and_text()
    {
        await _notebook.LoadAsync();
        await _notebook.RunAsync(Patients);

        var run = await _notebook.MagicAsync("#!fit patients --model independent --as m");

        Assert.Null(run.Failure);
        Assert.Equal(5L, await _notebook.RunAsync("m.Sample(5, new SampleOptions()).Rows.Count"));
        Assert.Equal(typeof(IFittedGenerator), _notebook.CSharp.ScriptState!.GetVariable("m")!.Type);
        var shown = Assert.IsType<DisplayedValueProduced>(run.Published[0]);
        var updated = Assert.IsType<DisplayedValueUpdated>(run.Published[^1]);
        Assert.Equal(shown.ValueId, updated.ValueId);
        Assert.Equal(["text/html", "text/plain"], updated.FormattedValues.Select(value => value.MimeType));
    }

    [Fact]
    public async Task A_magic_that_cannot_run_fails_with_its_message_alone()
    {
        await _notebook.LoadAsync();

        var run = await _notebook.MagicAsync("#!fit nobody --model independent --as m");

        Assert.StartsWith("#!fit: There is no DataFrame variable 'nobody'", run.Failure, StringComparison.Ordinal);
        Assert.Empty(run.Published);
    }

    [Fact]
    public async Task A_magic_stops_when_the_kernel_is_told_to_stop()
    {
        await _notebook.LoadAsync();
        await _notebook.RunAsync(Patients);

        var run = await _notebook.MagicAsync("#!fit patients --model independent --as m", new CancellationToken(canceled: true));

        Assert.Null(run.Failure); // the kernel itself says that it was stopped
        Assert.DoesNotContain(_notebook.CSharp.ScriptState!.Variables, variable => variable.Name == "m");
    }

    [Fact]
    public async Task Completion_knows_what_stands_before_the_cursor()
    {
        await _notebook.LoadAsync();
        await _notebook.RunAsync(Patients);
        const string line = "#!dashboard patients --train patients --target ";
        KernelInvocationContext.Current = new() { HandlingKernel = _notebook.CSharp, Command = new RequestCompletions("1\n" + line, new LinePosition(1, line.Length)) };

        var items = await _notebook.Root.KernelInfo.SupportedDirectives.Single(directive => directive.Name == "#!dashboard").Parameters.Single(parameter => parameter.Name == "--target").CompleteAsync();

        Assert.Equal("age", Assert.Single(items).InsertText);
    }

    [Fact]
    public async Task A_picture_is_shown_as_html()
    {
        await _notebook.LoadAsync();
        await _notebook.RunAsync(Patients);

        var run = await _notebook.MagicAsync("#!dashboard patients --train patients --quiet");

        var shown = Assert.IsType<DisplayEvent>(run.Published[^1], exactMatch: false).FormattedValues.First();
        Assert.Equal("text/html", shown.MimeType);
        Assert.StartsWith("<div class=\"tex2jax_ignore mathjax_ignore\"><svg", shown.Value, StringComparison.Ordinal);
    }

    // The double of their type is in the notebook from the start, as it is for whoever loads their package first.
    [Fact]
    public async Task Their_data_frame_gets_the_verbs_and_keeps_its_name()
    {
        await _notebook.LoadAsync();
        _notebook.Root.Raise(new PackageAdded(new PackageReference("Microsoft.Data.Analysis"), new SubmitCode("")));
        Assert.Empty(_notebook.CSharp.Deferred); // told of twice, bridged once
        await _notebook.RunAsync("var theirs = new Microsoft.Data.Analysis.DataFrame(new SynthNotebooks.Data.DataFrame(new Int64Column(\"age\", Enumerable.Range(0, 60).Select(i => 20L + i % 30).ToArray())).ToTable());");

        Assert.Equal("Microsoft.Data.Analysis.DataFrame", await _notebook.RunAsync("typeof(DataFrame).FullName"));
        Assert.Equal(60L, await _notebook.RunAsync("theirs.ToSynth().Rows.Count"));
        Assert.Equal(7L, await _notebook.RunAsync("var model = theirs.Fit(\"independent\", seed: 2); var synthetic = model.Sample(7, new SampleOptions()); synthetic.Rows.Count"));
        Assert.Equal(7, await _notebook.RunAsync("synthetic.ToDataAnalysis().ToTable().Rows.Count"));
        Assert.Equal(true, await _notebook.RunAsync("synthetic.Dashboard(theirs).Report.Metrics.Count > 0 && theirs.Dashboard(theirs).Report.Metrics.Count > 0 && theirs.Dashboard(synthetic).Report.Metrics.Count > 0"));
        Assert.Null((await _notebook.MagicAsync("#!fit theirs --model independent --as m")).Failure);
    }

    [Fact]
    public async Task A_script_that_cannot_run_is_told_of()
    {
        var alien = new InteractiveNotebook();
        alien.Root.Children.Clear(); // no C# kernel

        var loading = await alien.LoadAsync();

        Assert.Contains(loading.Published, shown => Text(shown).StartsWith("SynthNotebooks could not be loaded", StringComparison.Ordinal));
        Assert.Contains(loading.Published, shown => Text(shown).StartsWith("SynthNotebooks is not loaded", StringComparison.Ordinal));
    }

    private static string Text(KernelEvent shown) => ((DisplayEvent)shown).FormattedValues.Single().Value;
}
