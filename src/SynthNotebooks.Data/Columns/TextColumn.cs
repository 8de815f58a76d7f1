namespace SynthNotebooks.Data;

/// <summary>Text as codes into a dictionary of distinct strings.</summary>
public sealed class TextColumn : Column
{
    private readonly ReadOnlyMemory<int> _codes;

    /// <param name="name">The column's name.</param>
    /// <param name="codes">Index into <paramref name="categories"/> a row, −1 where missing; not copied.</param>
    /// <param name="categories">Distinct strings; some may occur in no row.</param>
    /// <param name="format">Unused by text, kept so that all columns can be made alike.</param>
    public TextColumn(string name, ReadOnlyMemory<int> codes, IReadOnlyList<string> categories, ColumnFormat? format = null)
        : base(name, codes.Length, format)
    {
        _codes = codes;
        Categories = categories;
        foreach (var code in codes.Span)
        {
            if (code < 0) NullCount++;
            else if (code >= categories.Count)
                throw new ArgumentException($"Column '{name}': code {code} is not below the number of categories, {categories.Count}.", nameof(codes));
        }
    }

    /// <summary>Builds the dictionary from the strings, in order of first occurrence.</summary>
    public static TextColumn Of(string name, IEnumerable<string?> values)
    {
        var codes = new List<int>();
        var categories = new List<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value is null)
            {
                codes.Add(-1);
                continue;
            }
            if (!known.TryGetValue(value, out var code))
            {
                known.Add(value, code = categories.Count);
                categories.Add(value);
            }
            codes.Add(code);
        }
        return new(name, codes.ToArray(), categories);
    }

    /// <summary>Codes, contiguous; −1 where missing.</summary>
    public ReadOnlySpan<int> Codes => _codes.Span;

    /// <summary>The codes as memory, for code that cannot hold a span.</summary>
    public ReadOnlyMemory<int> Memory => _codes;

    /// <summary>The distinct strings that codes point to.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <inheritdoc/>
    public override ColumnKind Kind => ColumnKind.Text;

    /// <inheritdoc/>
    public override Type DataType => typeof(string);

    /// <inheritdoc/>
    public override int NullCount { get; }

    /// <inheritdoc/>
    public override object? this[int row] => GetText(row);

    /// <inheritdoc/>
    public override bool IsNull(int row) => Codes[row] < 0;

    /// <inheritdoc/>
    public override string? GetText(int row) => Codes[row] is >= 0 and var code ? Categories[code] : null;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var codes = new int[rows.Length];
        var source = Codes;
        for (var i = 0; i < rows.Length; i++) codes[i] = source[rows[i]];
        return new TextColumn(Name, codes, Categories, Format);
    }

    /// <inheritdoc/>
    public override Column Slice(int start, int length) => new TextColumn(Name, _codes.Slice(start, length), Categories, Format);

    /// <inheritdoc/>
    public override Column WithName(string name) => new TextColumn(name, _codes, Categories, Format);

    /// <inheritdoc/>
    public override Column WithFormat(ColumnFormat format) => new TextColumn(Name, _codes, Categories, format);

    /// <inheritdoc/>
    public override void CopyNumbers(Span<double> destination) =>
        throw new InvalidOperationException($"Column '{Name}' is text; its cells are no numbers.");

    internal override Column Concatenate(IReadOnlyList<Column> parts)
    {
        var codes = new int[parts.Sum(part => part.Length)];
        var shared = ((TextColumn)parts[0]).Categories;
        var at = 0;
        if (parts.All(part => ReferenceEquals(((TextColumn)part).Categories, shared)))
        {
            foreach (var part in parts)
            {
                ((TextColumn)part).Codes.CopyTo(codes.AsSpan(at));
                at += part.Length;
            }
            return new TextColumn(Name, codes, shared, Format);
        }
        var categories = new List<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts.Cast<TextColumn>())
        {
            var map = new int[part.Categories.Count];
            for (var i = 0; i < map.Length; i++)
            {
                if (!known.TryGetValue(part.Categories[i], out map[i]))
                {
                    known.Add(part.Categories[i], map[i] = categories.Count);
                    categories.Add(part.Categories[i]);
                }
            }
            foreach (var code in part.Codes) codes[at++] = code < 0 ? -1 : map[code];
        }
        return new TextColumn(Name, codes, categories, Format);
    }
}
