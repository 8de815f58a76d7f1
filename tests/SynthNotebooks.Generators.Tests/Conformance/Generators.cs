using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;

namespace SynthNotebooks.Generators.Tests.Conformance;

/// <summary>Every generator of the catalog enrols by itself.</summary>
internal static class Generators
{
    public static Catalog<GeneratorAttribute> Catalog { get; } = new("model", typeof(IndependentGenerator).Assembly);

    /// <summary>Those that a seed repeats; private ones have tests of their own, which enrol them in the same way.</summary>
    public static IReadOnlyCollection<CatalogEntry<GeneratorAttribute>> Entries => [.. Catalog.Entries.Where(entry => !entry.Attribute.IsPrivate)];

    public static TheoryData<string> Ids => [.. Entries.Select(entry => entry.Id)];

    public static IGenerator Create(string id) => GeneratorFactory.Create(Catalog, id);

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
