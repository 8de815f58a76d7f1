using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Reads frames as features: numbers, dates and times as numbers, text and booleans as categories. Immutable; one table decides for all.</summary>
/// <remarks>
/// Codes of categories are those of the table that the encoder was made from, in order of first sight; a category that it lacks gets the code after them.
/// Missing cells stay missing. Whole numbers and reals may stand in for each other in other tables; any other change of kind is an error.
/// </remarks>
public sealed class FeatureEncoder
{
    private readonly (string Name, Dictionary<string, int>? Codes)[] _columns;

    private FeatureEncoder((string, Dictionary<string, int>?)[] columns) => _columns = columns;

    /// <summary>Names of the columns that become features.</summary>
    public IReadOnlyList<string> Names => Array.ConvertAll(_columns, column => column.Name);

    /// <summary>For each column its categories by code; null for numbers. With <see cref="Names"/> all there is to an encoder, so that models can be saved.</summary>
    public IReadOnlyList<IReadOnlyList<string>?> Categories => Array.ConvertAll(_columns, column => column.Codes is { } codes ? (IReadOnlyList<string>)[.. codes.OrderBy(pair => pair.Value).Select(pair => pair.Key)] : null);

    /// <summary>The encoder of given columns.</summary>
    /// <param name="names">At least one.</param>
    /// <param name="categories">As <see cref="Categories"/>, as many as there are names.</param>
    /// <exception cref="ArgumentException">There is no column, the lists differ in length, or a column has a category twice.</exception>
    public static FeatureEncoder Of(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<string>?> categories)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(categories);
        if (names.Count == 0 || names.Count != categories.Count) throw new ArgumentException($"There are {names.Count} names of columns and {categories.Count} lists of categories; at least one of each is needed.", nameof(names));
        var columns = new (string, Dictionary<string, int>?)[names.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = (names[i], categories[i] is null ? null : new Dictionary<string, int>(StringComparer.Ordinal));
            foreach (var category in categories[i] ?? [])
                if (!columns[i].Item2!.TryAdd(category, columns[i].Item2!.Count)) throw new ArgumentException($"Column '{names[i]}' has category '{category}' twice.", nameof(categories));
        }
        return new(columns);
    }

    /// <summary>Decides from a table.</summary>
    /// <param name="frame">Usually the training table.</param>
    /// <param name="leaveOut">Columns that are no features, e.g. the target and identifiers.</param>
    /// <exception cref="ArgumentException">A name is unknown, or no column is left.</exception>
    public static FeatureEncoder Of(DataFrame frame, params IReadOnlyCollection<string> leaveOut)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(leaveOut);
        foreach (var name in leaveOut)
            if (!frame.Columns.Contains(name)) throw new ArgumentException(UnknownColumn.Message(name, frame.Columns.Select(column => column.Name)), nameof(leaveOut));
        var columns = frame.Columns.Where(column => !leaveOut.Contains(column.Name)).Select(column => (column.Name, IsCategory(column) ? CodesOf(column) : null)).ToArray();
        return columns.Length == 0 ? throw new ArgumentException("No column is left to predict from.", nameof(leaveOut)) : new(columns);
    }

    /// <summary>The features of a table with the same columns.</summary>
    /// <exception cref="ArgumentException">A column is missing or of another kind; the message names it.</exception>
    public FeatureTable Encode(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new(Array.ConvertAll(_columns, column =>
        {
            if (!frame.Columns.Contains(column.Name)) throw new ArgumentException(UnknownColumn.Message(column.Name, frame.Columns.Select(other => other.Name)), nameof(frame));
            var source = frame.Columns[column.Name];
            if (IsCategory(source) != column.Codes is not null)
                throw new ArgumentException($"Column '{column.Name}' is {source.Kind}; {(column.Codes is null ? "numbers, dates or times are" : "text or booleans are")} needed.", nameof(frame));
            return column.Codes is { } codes
                ? FeatureColumn.OfCategories(column.Name, Read(source, codes), codes.Count + 1)
                : FeatureColumn.OfNumbers(column.Name, source.ToNumbers());
        }));
    }

    private static bool IsCategory(Column column) => column.Kind is ColumnKind.Text or ColumnKind.Boolean;

    private static Dictionary<string, int> CodesOf(Column column)
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = CategoryCodes.Of(column);
        foreach (var row in texts.FirstRows) codes.TryAdd(column.GetText(row)!, codes.Count);
        return codes;
    }

    private static int[] Read(Column column, Dictionary<string, int> known)
    {
        var texts = CategoryCodes.Of(column);
        var byText = Array.ConvertAll(texts.FirstRows, row => known.GetValueOrDefault(column.GetText(row)!, known.Count));
        return Array.ConvertAll(texts.Codes, code => code < 0 ? -1 : byText[code]);
    }
}
