using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Kernel.Formatting;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Notebooks;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Cli.Hosting;

/// <summary>A session of C# with the laboratory in it: its magics, its namespaces in scope, its displays.</summary>
internal static class LaboratorySession
{
    // Methods of tables, and of their groups, whose texts name columns.
    private static readonly HashSet<string> ColumnMethods =
    [
        nameof(DataFrame.Filter), nameof(DataFrame.ParseCondition), nameof(DataFrame.Query), nameof(DataFrame.Select), nameof(DataFrame.Drop), nameof(DataFrame.Rename),
        nameof(DataFrame.OrderBy), nameof(DataFrame.OrderByDescending), nameof(DataFrame.DropNulls), nameof(DataFrame.FillNulls), nameof(DataFrame.Merge), nameof(DataFrame.InferSchema),
        nameof(DataFrame.GroupBy), nameof(GroupBy.Count), nameof(GroupBy.Sum), nameof(GroupBy.Mean), nameof(GroupBy.Min), nameof(GroupBy.Max), nameof(GroupBy.First),
        nameof(TableVerbs.Constraints), nameof(TableVerbs.Schema), nameof(AnonymityVerbs.Swap), nameof(AnonymityVerbs.Deidentify), nameof(AnonymityVerbs.Randomise),
    ];

    /// <param name="folder">Where relative paths of the notebook start.</param>
    /// <param name="shown">Told of every value that a magic shows; may be null.</param>
    public static CSharpSession Create(string folder, Action<object>? shown = null)
    {
        HostDisplays.Add(DisplayFormatters.Register);
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
            KeyedMethods = ColumnMethods,
            SizeOf = value => value is DataFrame frame ? string.Create(CultureInfo.InvariantCulture, $"{frame.Rows.Count} x {frame.Columns.Count}") : null,
            Folder = folder,
        });
    }
}
