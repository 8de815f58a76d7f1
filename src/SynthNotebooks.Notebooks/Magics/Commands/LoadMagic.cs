using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Loads a table.</summary>
[Magic("#!load", "Load a table from a CSV, JSON or SQLite file or a database, and show how its columns are read.",
    Example = "#!load patients.csv --as patients")]
public sealed class LoadMagic : IMagic<LoadMagic.Arguments>
{
    /// <param name="Source">Path relative to the notebook, or a URI such as sqlite:///hospital.db?table=visits.</param>
    /// <param name="As">Variable that will hold the table.</param>
    /// <param name="Na">Spellings of a missing cell, beside the empty one.</param>
    /// <param name="Delimiter">Between cells: one character, or comma, semicolon, tab, pipe, space; found when not told.</param>
    /// <param name="Decimal">Decimal mark, "." or ","; found when not told.</param>
    /// <param name="Encoding">Name of the text's encoding, e.g. latin1; UTF-8 when not told.</param>
    /// <param name="Header">Whether the first row holds the names of the columns.</param>
    /// <param name="Table">Table of a database.</param>
    /// <param name="Synthetic">States that the rows are synthetic; else they are treated as real, and shown in part.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<DataFiles>] string Source,
        [NewVariable] string As,
        IReadOnlyList<string>? Na = null,
        string? Delimiter = null,
        string? Decimal = null,
        string? Encoding = null,
        bool? Header = null,
        string? Table = null,
        bool Synthetic = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var options = new LoadOptions
        {
            NullTokens = arguments.Na,
            Delimiter = arguments.Delimiter is { } delimiter ? Character("delimiter", delimiter) : null,
            Decimal = arguments.Decimal is { } mark ? Character("decimal", mark) : null,
            Encoding = arguments.Encoding,
            Header = arguments.Header ?? true,
            Table = arguments.Table,
            Origin = arguments.Synthetic ? DataOrigin.Synthetic : DataOrigin.Real,
        };
        var source = host.Resolve(arguments.Source);
        var (frame, schema) = await Task.Run(
            () =>
            {
                var loaded = DataFrame.Load(source, options);
                cancellation.ThrowIfCancellationRequested();
                return (loaded, loaded.InferSchema());
            },
            cancellation).WaitAsync(cancellation); // a load cannot be stopped half-way: its result is dropped
        await host.Variables.SetAsync(arguments.As, frame, typeof(DataFrame));
        await host.DisplayAsync(new Note(
            $"{arguments.As}: {Counts.Table(frame.Rows.Count, frame.Columns.Count)}, {(arguments.Synthetic ? "synthetic data" : "real data")}."));
        await host.DisplayAsync(schema);
    }

    private static char Character(string option, string text) => text switch
    {
        [var single] => single,
        "comma" => ',',
        "semicolon" => ';',
        "tab" or "\\t" => '\t',
        "pipe" => '|',
        "space" => ' ',
        _ => throw new MagicException($"--{option} takes one character, or comma, semicolon, tab, pipe, space. Read '{text}'."),
    };
}
