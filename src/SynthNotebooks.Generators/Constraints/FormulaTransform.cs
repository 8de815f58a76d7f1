using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Leaves a column out that follows from others by a formula, and computes it, in decimals.</summary>
/// <param name="target">The column, with its kind, decimals and format.</param>
/// <param name="expression">Over other columns.</param>
/// <param name="learned">
/// Whether the model learns the column all the same: it or an operand is missing in some rows, and then only the rows where nothing is missing are computed.
/// </param>
internal sealed class FormulaTransform(ColumnSchema target, RowExpression expression, bool learned) : ITransform
{
    public IReadOnlyList<string> Inputs { get; } = expression.Columns;

    public IReadOnlyList<string> Outputs { get; } = [target.Name];

    public static FormulaTransform Of(ColumnSchema target, RowExpression expression, DataFrame training) => new(
        target, expression, training[target.Name].NullCount > 0 || RowArithmetic.Evaluate(expression, training).Missing.AsSpan().Contains(true));

    public IReadOnlyList<EncodedColumn> Encode(DataFrame table) => learned ? [new(table[target.Name], null)] : [];

    public IReadOnlyList<Column> Decode(Func<string, Column> column)
    {
        var operands = new DataFrame(Inputs.Select(column));
        var (values, missing) = RowArithmetic.Evaluate(expression, operands);
        if (!learned) return [DecimalColumn.Of(target, values, missing)];
        var own = column(target.Name);
        for (var row = 0; row < missing.Length; row++) missing[row] |= own.IsNull(row);
        return [ObservedCells.Over(own, DecimalColumn.Of(target, values, missing), missing)];
    }

    public void Save(ModelWriter writer)
    {
        writer.Write("transform", "formula");
        writer.Write("target", target.Name);
        writer.Write("expression", expression.ToString());
        writer.Write("learned", learned ? 1L : 0L);
    }

    public static FormulaTransform Load(ModelReader reader, TableSchema schema) => new(
        schema[reader.Text("target")],
        ConstraintParser.ParseFormula(reader.Text("target"), reader.Text("expression"), schema).Expression,
        reader.Integer("learned", 0, 1) == 1);
}
