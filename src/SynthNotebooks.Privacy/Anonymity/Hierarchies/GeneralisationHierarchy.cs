using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>How the values of a column become coarser, level by level; level 0 is the value itself, the last level the coarsest.</summary>
/// <remarks>
/// Levels must nest: values with one label at a level have one label at every level above. This is checked against each table. A missing cell
/// stays missing below the last level, and takes its label there when it has only one. Source: Samarati, IEEE TKDE 13(6), 2001, doi:10.1109/69.971193.
/// </remarks>
public abstract class GeneralisationHierarchy
{
    /// <summary>The label of everything.</summary>
    public const string Everything = "*";

    /// <summary>Number of levels, level 0 included; at least 1.</summary>
    public abstract int Levels { get; }

    /// <summary>The labels of values at a level.</summary>
    /// <param name="values">Distinct values of one column; its name is that of the column.</param>
    /// <param name="level">1 to <see cref="Levels"/> − 1.</param>
    /// <returns>One label a value; what stands for a missing one is ignored.</returns>
    /// <exception cref="AnonymityException">A value has no label.</exception>
    public abstract string[] Labels(Column values, int level);

    /// <summary>Number or date intervals of growing widths, then everything.</summary>
    /// <param name="widths">In the column's unit (days for dates), each a multiple of the one before.</param>
    public static IntervalHierarchy Intervals(params IReadOnlyList<double> widths) => new(widths);

    /// <summary>Dates by month, year and decade, then everything.</summary>
    public static DateHierarchy Dates() => new();

    /// <summary>Codes such as 12345 with 1, 2, ... characters masked from the right.</summary>
    /// <param name="length">Longest code.</param>
    public static MaskingHierarchy Masking(int length) => new(length);

    /// <summary>Values as they are, or nothing.</summary>
    public static MaskingHierarchy Suppression() => new(1, wholeValue: true);

    /// <summary>Groups of values, groups of groups, ...</summary>
    public static HierarchyBuilder Groups() => new();
}
