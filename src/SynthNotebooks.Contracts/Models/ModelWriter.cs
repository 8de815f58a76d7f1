using System.Globalization;
using System.Security.Cryptography;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Takes what a model consists of: named numbers, texts and arrays. Names are paths with slashes.</summary>
public sealed class ModelWriter
{
    private readonly ModelManifest _manifest;
    private readonly SortedDictionary<string, byte[]> _files;
    private readonly string _prefix;

    internal ModelWriter(ModelManifest manifest, SortedDictionary<string, byte[]> files, string prefix = "") =>
        (_manifest, _files, _prefix) = (manifest, files, prefix);

    /// <summary>A writer whose names all begin with a part of the model, e.g. <c>marginals/3</c>.</summary>
    public ModelWriter Part(string name) => new(_manifest, _files, $"{_prefix}{name}/");

    /// <summary>Writes one text.</summary>
    public void Write(string name, string value) => _manifest.Values.Add(_prefix + name, value);

    /// <summary>Writes one whole number.</summary>
    public void Write(string name, long value) => Write(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes one whole number.</summary>
    public void Write(string name, ulong value) => Write(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes one real number exactly.</summary>
    public void Write(string name, double value) => Write(name, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Writes a list of texts.</summary>
    public void WriteTexts(string name, IReadOnlyList<string> texts) => _manifest.Texts.Add(_prefix + name, texts);

    /// <summary>Writes an array of double, long, int or byte in row-major order.</summary>
    /// <param name="name">Of the array.</param>
    /// <param name="values">As many as the shape says.</param>
    /// <param name="shape">Lengths of the dimensions; empty for one dimension.</param>
    public void WriteArray<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        if (shape.IsEmpty) shape = [values.Length];
        var product = 1L;
        foreach (var dimension in shape) product *= dimension;
        if (product != values.Length) throw new ArgumentException($"Array '{name}' has {values.Length} values, its shape asks for {product}.", nameof(shape));
        var file = NpyArray.Write(values, shape);
        _manifest.Arrays.Add(_prefix + name, new(NpyArray.TypeOf<T>(), shape.ToArray(), Convert.ToHexStringLower(SHA256.HashData(file))));
        _files.Add(_prefix + name, file);
    }

    /// <summary>The schema that goes into the manifest.</summary>
    public TableSchema Schema => _manifest.Schema;
}
