using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Puts other columns in the place of some, such that a constraint holds whatever the model makes of them.</summary>
internal interface ITransform
{
    /// <summary>Columns of the table that <see cref="Decode"/> reads.</summary>
    IReadOnlyList<string> Inputs { get; }

    /// <summary>Columns of the table that it makes.</summary>
    IReadOnlyList<string> Outputs { get; }

    /// <summary>What the model learns in their place.</summary>
    IReadOnlyList<EncodedColumn> Encode(DataFrame table);

    /// <summary>The columns of the table again; decoding what was encoded gives the same cells.</summary>
    /// <param name="column">A column of the table (of <see cref="Inputs"/>) or an encoded one, by name.</param>
    IReadOnlyList<Column> Decode(Func<string, Column> column);

    /// <summary>Writes what <see cref="TransformStore"/> reads back.</summary>
    void Save(ModelWriter writer);
}

/// <summary>One column that a model learns in place of others.</summary>
/// <param name="Column">Its cells; its name is that of no other column of the table, unless it is that column.</param>
/// <param name="Role">How it is modelled; null as the column of its name.</param>
internal sealed record EncodedColumn(Column Column, ColumnRole? Role);
