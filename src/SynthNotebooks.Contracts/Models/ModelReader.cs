using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Gives back what a <see cref="ModelWriter"/> took; anything missing or of another type is a <see cref="ModelFormatException"/>.</summary>
public sealed class ModelReader
{
    private readonly ModelManifest _manifest;
    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private readonly string _prefix;

    internal ModelReader(ModelManifest manifest, IReadOnlyDictionary<string, byte[]> files)
        : this(manifest, files, "", manifest.Origin, manifest.Schema)
    {
    }

    private ModelReader(ModelManifest manifest, IReadOnlyDictionary<string, byte[]> files, string prefix, ModelOrigin origin, TableSchema schema) =>
        (_manifest, _files, _prefix, Origin, Schema) = (manifest, files, prefix, origin, schema);

    /// <summary>What made the model.</summary>
    public ModelOrigin Origin { get; }

    /// <summary>The schema that samples follow.</summary>
    public TableSchema Schema { get; }

    /// <summary>A reader of one part of the model.</summary>
    public ModelReader Part(string name) => new(_manifest, _files, $"{_prefix}{name}/", Origin, Schema);

    /// <summary>A reader of a part that is a model of its own, with another origin and schema.</summary>
    internal ModelReader Part(string name, ModelOrigin origin, TableSchema schema) => new(_manifest, _files, $"{_prefix}{name}/", origin, schema);

    /// <summary>Whether there is a text of that name.</summary>
    public bool HasText(string name) => _manifest.Values.ContainsKey(_prefix + name);

    /// <summary>One text.</summary>
    public string Text(string name) => _manifest.Values.TryGetValue(_prefix + name, out var value) ? value : throw Missing(name);

    /// <summary>One whole number within a range.</summary>
    public long Integer(string name, long minimum = long.MinValue, long maximum = long.MaxValue) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : throw Wrong(name, $"a whole number of {minimum} to {maximum}");

    /// <summary>One whole number of at least 0.</summary>
    public ulong Unsigned(string name) => ulong.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Wrong(name, "a whole number of at least 0");

    /// <summary>One real number within a range.</summary>
    public double Real(string name, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"a number of {minimum} to {maximum}"));

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name) => _manifest.Texts.TryGetValue(_prefix + name, out var texts) ? texts : throw Missing(name);

    /// <summary>Whether there is an array of that name.</summary>
    public bool HasArray(string name) => _manifest.Arrays.ContainsKey(_prefix + name);

    /// <summary>An array of any shape, its values in row-major order.</summary>
    public T[] Array<T>(string name)
        where T : unmanaged => Read<T>(name, ShapeOf(name));

    /// <summary>An array of the given shape.</summary>
    public T[] Array<T>(string name, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        var told = ShapeOf(name);
        return shape.SequenceEqual(told)
            ? Read<T>(name, told)
            : throw new ModelFormatException($"The model's array '{_prefix}{name}' has shape ({string.Join(", ", told)}), expected ({string.Join(", ", shape.ToArray())}).");
    }

    private long[] ShapeOf(string name) => _manifest.Arrays.TryGetValue(_prefix + name, out var entry) ? entry.Shape : throw Missing(name);

    private T[] Read<T>(string name, long[] shape)
        where T : unmanaged => NpyArray.Read<T>(_files[_prefix + name], _prefix + name, shape);

    private ModelFormatException Missing(string name) => new($"The model lacks '{_prefix}{name}'.");

    private ModelFormatException Wrong(string name, string accepted) =>
        new($"The model's '{_prefix}{name}' is '{Text(name)}'; it must be {accepted}.");
}
