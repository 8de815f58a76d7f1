using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>What a column's cells can be, as declared: nothing in it was read from the data.</summary>
/// <param name="Name">The column.</param>
/// <param name="Kind">How cells come out.</param>
/// <param name="HasMissing">Whether cells may be missing.</param>
internal abstract record ColumnDomain(string Name, ColumnKind Kind, bool HasMissing);

/// <summary>A list of values.</summary>
/// <param name="Palette">The values in order, one a row, none missing.</param>
/// <param name="HasMissing">Whether cells may be missing.</param>
internal sealed record ListedDomain(Column Palette, bool HasMissing) : ColumnDomain(Palette.Name, Palette.Kind, HasMissing);
