using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Generators.Tests.Conformance;

/// <summary>The models of this library, with few and quick candidates and a budget that never binds, so that results do not hang on the clock.</summary>
internal static class Generators
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Quick = new()
    {
        ["auto"] = new Dictionary<string, string> { ["seconds"] = "100000", ["candidates"] = "independent,copula,bayesnet", ["folds"] = "2", ["trials"] = "1" },
        ["ensemble"] = new Dictionary<string, string> { ["members"] = "copula,bayesnet", ["picks"] = "3" },
    };

    public static Catalog<GeneratorAttribute> Catalog { get; } = new("model", typeof(IndependentGenerator).Assembly, typeof(AutoGenerator).Assembly);

    public static IReadOnlyCollection<CatalogEntry<GeneratorAttribute>> Entries => [.. Catalog.Entries.Where(entry => entry.Type.Assembly == typeof(AutoGenerator).Assembly)];

    public static TheoryData<string> Ids => [.. Entries.Select(entry => entry.Id)];

    public static IGenerator Create(string id) => GeneratorFactory.Create(Catalog, id, Quick.GetValueOrDefault(id));

    public static IFittedGenerator Fit(string id, DataFrame training, Func<FitContext, FitContext>? change = null)
    {
        var context = new FitContext(training.InferSchema());
        return Create(id).Fit(training, change?.Invoke(context) ?? context);
    }

    public static byte[] Bytes(params IEnumerable<DataFrame> chunks)
    {
        using var stream = new MemoryStream();
        using (var writer = new CsvTableWriter(stream))
            foreach (var chunk in chunks) writer.Write(chunk);
        return stream.ToArray();
    }

    public static HashSet<string> Texts(Column column)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < column.Length; row++)
            if (column.GetText(row) is { } text) texts.Add(text);
        return texts;
    }
}
