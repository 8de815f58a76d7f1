using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Writes marginals into model files and reads them back.</summary>
internal static class MarginalStore
{
    public static void Save(IReadOnlyList<Marginal> marginals, ModelWriter writer)
    {
        for (var i = 0; i < marginals.Count; i++)
        {
            var part = writer.Part(FormattableString.Invariant($"marginals/{i}"));
            part.Write("missing-rate", marginals[i].MissingRate);
            switch (marginals[i])
            {
                case NumericMarginal numeric:
                    part.Write("kind", "numeric");
                    Save(numeric, part);
                    break;
                case CategoryMarginal category:
                    part.Write("kind", "category");
                    Save(category, part);
                    break;
                case SequenceMarginal sequence:
                    part.Write("kind", "sequence");
                    part.Write("start", sequence.Start);
                    part.Write("next", sequence.Next);
                    part.Write("scattered", sequence.Scattered is null ? "no" : "yes");
                    if (sequence.Scattered is { } scattered) Save(scattered, part);
                    break;
                case IdentifierMarginal identifier:
                    part.Write("kind", "identifier");
                    Save(identifier, part);
                    break;
                case FreeTextMarginal text:
                    part.Write("kind", "free-text");
                    part.WriteArray<double>("lengths", text.LengthCounts.ToArray());
                    part.WriteArray<double>("words", text.WordCounts.ToArray());
                    part.WriteTexts("vocabulary", text.Vocabulary);
                    part.Write("mark", text.Mark);
                    break;
                default:
                    throw new NotSupportedException($"A marginal of type {marginals[i].GetType().Name} cannot be saved.");
            }
        }
    }

    public static Marginal[] Load(ModelReader reader) => [.. reader.Schema.Columns.Select((column, i) => Load(column, reader.Part(FormattableString.Invariant($"marginals/{i}"))))];

    /// <summary>Writes the values of a column and their weights.</summary>
    public static void Save(CategoryMarginal category, ModelWriter part)
    {
        part.WriteArray("masses", category.Masses.Span);
        SavePalette(category.Palette, part);
    }

    /// <summary>Reads values and weights; no cell is missing.</summary>
    public static CategoryMarginal LoadCategories(ColumnSchema column, ModelReader part) => new(LoadPalette(column, part), part.Array<double>("masses"), 0);

    private static Marginal Load(ColumnSchema column, ModelReader part)
    {
        var missing = part.Real("missing-rate", 0, 1);
        return part.Text("kind") switch
        {
            "numeric" => LoadNumeric(column, part, missing),
            "category" => new CategoryMarginal(LoadPalette(column, part), part.Array<double>("masses"), missing),
            "sequence" => new SequenceMarginal(Required(column, ColumnKind.Integer).Name, part.Integer("start"), part.Text("scattered") == "yes" ? LoadIndex(part) : null, part.Integer("next"), missing, column.Format),
            "identifier" => LoadIdentifier(Required(column, ColumnKind.Text), part, missing),
            "free-text" => LoadFreeText(Required(column, ColumnKind.Text), part, missing),
            var other => throw new ModelFormatException($"Column '{column.Name}' has an unknown kind of marginal, '{other}'."),
        };
    }

    private static ColumnSchema Required(ColumnSchema column, ColumnKind kind) => column.Kind == kind
        ? column
        : throw new ModelFormatException($"Column '{column.Name}' is of kind {column.Kind}, its marginal needs {kind}.");

    private static void Save(NumericMarginal numeric, ModelWriter part)
    {
        var segments = new double[numeric.Segments.Count * 3];
        for (var i = 0; i < numeric.Segments.Count; i++)
            (segments[3 * i], segments[3 * i + 1], segments[3 * i + 2]) = (numeric.Segments[i].Start, numeric.Segments[i].End, numeric.Segments[i].Mass);
        part.WriteArray<double>("segments", segments, [numeric.Segments.Count, 3]);
        part.Write("grid", numeric.Grid is null ? "no" : "yes");
        if (numeric.Grid is not { } grid) return;
        part.Write("offset", grid.Offset);
        part.Write("step", grid.Step);
        part.Write("decimals", grid.Decimals);
    }

    private static NumericMarginal LoadNumeric(ColumnSchema column, ModelReader part, double missing)
    {
        var numbers = part.Array<double>("segments");
        if (numbers.Length % 3 != 0 || numbers.Length == 0) throw new ModelFormatException($"Column '{column.Name}': {numbers.Length} numbers are no list of segments.");
        var segments = new NumericSegment[numbers.Length / 3];
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = new(numbers[3 * i], numbers[3 * i + 1], numbers[3 * i + 2]);
            if (!(segments[i].Start <= segments[i].End)) throw new ModelFormatException($"Column '{column.Name}': segment {i} ends before it starts.");
        }
        var grid = part.Text("grid") == "yes" ? new NumberGrid(part.Integer("offset"), part.Integer("step", 1), (int)part.Integer("decimals", 0, 15)) : null;
        return new(Empty(column), segments, grid, missing);
    }

    private static void SavePalette(Column palette, ModelWriter part)
    {
        var n = palette.Length - 1; // the missing cell at the end is implied
        switch (palette)
        {
            case TextColumn text: part.WriteTexts("values", [.. Enumerable.Range(0, n).Select(row => text.GetText(row)!)]); break;
            case BooleanColumn flags: part.WriteArray<byte>("values", [.. flags.Values[..n].ToArray().Select(flag => flag ? (byte)1 : (byte)0)]); break;
            case DoubleColumn real: part.WriteArray("values", real.Values[..n]); break;
            case DateColumn days: part.WriteArray("values", days.Values[..n]); break;
            case Int64Column whole: part.WriteArray("values", whole.Values[..n]); break;
            case TimestampColumn times: part.WriteArray("values", times.Values[..n]); break;
            default: throw new NotSupportedException($"Column '{palette.Name}' is of an unknown kind.");
        }
    }

    private static Column LoadPalette(ColumnSchema column, ModelReader part)
    {
        Column values = column.Kind switch
        {
            ColumnKind.Text => TextColumn.Of(column.Name, part.Texts("values")),
            ColumnKind.Boolean => new BooleanColumn(column.Name, part.Array<byte>("values").Select(value => value != 0).ToArray()),
            ColumnKind.Real => new DoubleColumn(column.Name, part.Array<double>("values")),
            ColumnKind.Date => new DateColumn(column.Name, part.Array<int>("values")),
            ColumnKind.Timestamp => new TimestampColumn(column.Name, part.Array<long>("values")),
            _ => new Int64Column(column.Name, part.Array<long>("values")),
        };
        return CategoryMarginal.WithMissing(values.WithFormat(column.Format ?? ColumnFormat.Default));
    }

    private static Column Empty(ColumnSchema column) => column.Kind switch
    {
        ColumnKind.Real => new DoubleColumn(column.Name, default, column.Format),
        ColumnKind.Date => new DateColumn(column.Name, default, null, column.Format),
        ColumnKind.Timestamp => new TimestampColumn(column.Name, default, null, column.Format),
        ColumnKind.Integer => new Int64Column(column.Name, default, null, column.Format),
        _ => throw new ModelFormatException($"Column '{column.Name}' of kind {column.Kind} cannot have a numeric marginal."),
    };

    private static void Save(FreshIndex index, ModelWriter part)
    {
        part.Write("capacity", index.Capacity);
        part.Write("modulus", index.Modulus);
        part.Write("residue", index.Residue);
    }

    private static FreshIndex LoadIndex(ModelReader part) => new(Math.Max(1, part.Unsigned("capacity")), Math.Max(1, part.Unsigned("modulus")), part.Unsigned("residue"));

    private static void Save(IdentifierMarginal identifier, ModelWriter part)
    {
        part.Write("longest", identifier.Longest);
        part.Write("patterns", identifier.Patterns.Count);
        for (var i = 0; i < identifier.Patterns.Count; i++)
        {
            var pattern = part.Part(FormattableString.Invariant($"patterns/{i}"));
            pattern.WriteTexts("alphabets", identifier.Patterns[i].Alphabets);
            pattern.Write("indexed-from", identifier.Patterns[i].IndexedFrom);
            pattern.Write("mass", identifier.Patterns[i].Mass);
            Save(identifier.Patterns[i].Fresh, pattern);
        }
    }

    private static IdentifierMarginal LoadIdentifier(ColumnSchema column, ModelReader part, double missing)
    {
        var patterns = new TextPattern[part.Integer("patterns", 1, 1000)];
        for (var i = 0; i < patterns.Length; i++)
        {
            var pattern = part.Part(FormattableString.Invariant($"patterns/{i}"));
            var alphabets = pattern.Texts("alphabets");
            if (alphabets.Count is 0 or > 1000 || alphabets.Any(alphabet => alphabet.Length == 0)) throw new ModelFormatException($"Column '{column.Name}': the format of its texts is damaged.");
            patterns[i] = new(alphabets, (int)pattern.Integer("indexed-from", 0, alphabets.Count), LoadIndex(pattern), pattern.Real("mass", 0));
        }
        return new(column.Name, patterns, (int)part.Integer("longest", 0, int.MaxValue - 100), missing);
    }

    private static FreeTextMarginal LoadFreeText(ColumnSchema column, ModelReader part, double missing)
    {
        double[] lengths = part.Array<double>("lengths"), words = part.Array<double>("words");
        var vocabulary = part.Texts("vocabulary");
        if (vocabulary.Count != words.Length) throw new ModelFormatException($"Column '{column.Name}' has {vocabulary.Count} words and {words.Length} weights.");
        return new(column.Name, lengths, vocabulary, words, part.Text("mark"), missing);
    }
}
