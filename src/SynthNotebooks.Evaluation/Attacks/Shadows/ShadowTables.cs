using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Attacks.Shadows;

/// <summary>One sample of every shadow model beside the published table and the candidates, read by the attacker's own rows: numbers in bins, categories as codes.</summary>
internal sealed class ShadowTables
{
    private readonly TableSet _set;

    private ShadowTables(TableSet set, int shadows) => (_set, Shadows) = (set, shadows);

    /// <summary>Number of shadow models.</summary>
    public int Shadows { get; }

    /// <summary>Number of columns that take part.</summary>
    public int Columns => _set.Columns;

    public static ShadowTables Of(AttackInput input, CancellationToken cancellation) => input.Cache.Of(() =>
    {
        var models = ShadowModels.Of(input, cancellation);
        var reference = input.Reference ?? throw new InvalidOperationException("Shadow tables need the attacker's own rows.");
        var others = new List<DataFrame> { input.Synthetic, input.Candidates };
        for (var i = 0; i < models.Models.Count; i++)
            others.Add(models.Models[i].Sample(models.Rows[i], new SampleOptions { Seed = models.Seeds[i], Threads = input.Threads, Cancellation = cancellation }));
        string[] drop = [.. input.Schema.Columns.Where(column => column.Role is ColumnRole.Identifier or ColumnRole.FreeText).Select(column => column.Name)];
        var set = TableSet.Read(reference.Drop(drop), others, new() { Threads = input.Threads, Cancellation = cancellation });
        return set.Columns == 0 ? throw new EvaluationException("No column is left to attack: all are left out.") : new ShadowTables(set, models.Models.Count);
    });

    /// <summary>A column of the published table (−2), the candidates (−1) or a shadow model's sample (0, 1, ...).</summary>
    public ColumnView View(int column, int shadow) => _set.Other(column, shadow + 2);

    /// <summary>A column of the attacker's own rows.</summary>
    public ColumnView Reference(int column) => _set.Real(column);

    /// <summary>Number of codes of a column: bins or categories.</summary>
    public int Cells(int column) => _set.Cells(column);
}
