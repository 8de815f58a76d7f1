using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Cli.Hosting;

/// <summary>A session of C# with the laboratory in it: its magics, its namespaces in scope, its displays.</summary>
internal static class LaboratorySession
{
    /// <param name="folder">Where relative paths of the notebook start.</param>
    /// <param name="shown">Told of every value that a magic shows; may be null.</param>
    public static CSharpSession Create(string folder, Action<object>? shown = null)
    {
        DisplayFormatters.Register();
        var magics = new MagicCatalog(Toolkit.Default);
        return new CSharpSession(new CSharpSessionOptions
        {
            Usings = ["SynthNotebooks.Data", "SynthNotebooks.Contracts", "SynthNotebooks.Evaluation", "SynthNotebooks.Notebooks"],
            References =
            [
                typeof(DataFrame).Assembly, typeof(IGenerator).Assembly, typeof(IndependentGenerator).Assembly, typeof(Evaluator).Assembly,
                typeof(Toolkit).Assembly,
            ],
            Directives = [.. magics.Commands.Select(magic => new MagicDirective(magic, folder, shown))],
            IndexerKeys = value => value is DataFrame frame ? frame.Columns.Select(column => column.Name) : null,
            SizeOf = value => value is DataFrame frame ? string.Create(CultureInfo.InvariantCulture, $"{frame.Rows.Count} x {frame.Columns.Count}") : null,
            Folder = folder,
        });
    }
}
