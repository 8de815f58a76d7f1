using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Explanations;

/// <summary>Why a synthetic row is there: the real rows nearest to it, how near others come, and which attacks take the nearest for a member.</summary>
public sealed record RowExplanation
{
    /// <summary>Share of held-out records that an attack may falsely flag.</summary>
    public const double Alarm = 0.05;

    /// <summary>The row's number in the synthetic table, from 0.</summary>
    public required int Row { get; init; }

    /// <summary>Names of the columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The row's cells.</summary>
    public required IReadOnlyList<string?> Cells { get; init; }

    /// <summary>The nearest real rows, ascending by distance.</summary>
    public required IReadOnlyList<NearRow> Nearest { get; init; }

    /// <summary>Share of other synthetic rows that are nearer to their nearest real row; null when there is no other.</summary>
    public required double? SyntheticNearer { get; init; }

    /// <summary>Share of held-out rows that are nearer to their nearest real row; null without a holdout.</summary>
    public required double? HoldoutNearer { get; init; }

    /// <summary>What attacks say of the nearest real row; empty without a holdout to judge them by.</summary>
    public required IReadOnlyList<RowFlag> Flags { get; init; }

    /// <summary>Why there are no flags; null when there are.</summary>
    public required string? FlagsUndefined { get; init; }

    /// <summary>The finding in words.</summary>
    public required string Summary { get; init; }

    /// <summary>Explains a row.</summary>
    /// <param name="synthetic">The table that the row is in.</param>
    /// <param name="row">Its number, from 0.</param>
    /// <param name="train">The table that the generator learnt.</param>
    /// <param name="holdout">Real rows that it never saw; null when there are none.</param>
    /// <param name="options">Null for the defaults, which keep real rows hidden.</param>
    /// <exception cref="EvaluationException">There is no such row, or the tables cannot be compared.</exception>
    /// <remarks>Time O((4,000 + holdout) · train · columns) and that of the cheap attacks; seconds for tens of thousands of rows.</remarks>
    public static RowExplanation Of(DataFrame synthetic, int row, DataFrame train, DataFrame? holdout = null, ExplanationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(synthetic);
        ArgumentNullException.ThrowIfNull(train);
        options ??= new();
        options.Validate();
        if (row < 0 || row >= synthetic.Rows.Count) throw new EvaluationException($"Row is {row}; the synthetic table has rows 0 to {synthetic.Rows.Count - 1}.");
        return new RowSearch(synthetic, row, train, holdout, options).Explain();
    }
}
