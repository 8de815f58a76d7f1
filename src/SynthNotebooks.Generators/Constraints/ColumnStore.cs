using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Saves the few cells that a transform looks up.</summary>
internal static class ColumnStore
{
    public static void Save(Column column, ModelWriter writer)
    {
        var plain = column.WithFormat(ColumnFormat.Default); // the shortest text that reads back equal
        var (cells, missing) = (new string[column.Length], new byte[column.Length]);
        for (var row = 0; row < cells.Length; row++)
        {
            missing[row] = column.IsNull(row) ? (byte)1 : (byte)0;
            cells[row] = plain.GetText(row) ?? "";
        }
        writer.Write("name", column.Name);
        writer.Write("kind", column.Kind.ToString());
        writer.WriteTexts("cells", cells);
        writer.WriteArray<byte>("missing", missing);
    }

    public static Column Load(ModelReader reader)
    {
        var cells = reader.Texts("cells");
        var missing = reader.Array<byte>("missing", [cells.Count]);
        if (!Enum.TryParse<ColumnKind>(reader.Text("kind"), out var kind) || !Enum.IsDefined(kind)) throw new ModelFormatException($"The model's column kind is '{reader.Text("kind")}'.");
        var text = TextColumn.Of(reader.Text("name"), cells.Select((cell, row) => missing[row] != 0 ? null : cell));
        return kind == ColumnKind.Text ? text : ColumnConversion.Convert(text, kind).WithFormat(ColumnFormat.Default);
    }

    public static void Save(DataFrame table, ModelWriter writer)
    {
        writer.Write("columns", (long)table.Columns.Count);
        for (var i = 0; i < table.Columns.Count; i++) Save(table.Columns[i], writer.Part(FormattableString.Invariant($"{i}")));
    }

    public static DataFrame LoadTable(ModelReader reader)
    {
        var count = reader.Integer("columns", 1, 10_000);
        return new(Enumerable.Range(0, (int)count).Select(i => Load(reader.Part(FormattableString.Invariant($"{i}")))));
    }
}
