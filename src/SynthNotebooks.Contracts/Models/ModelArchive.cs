using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Saves and opens fitted models as one portable file, <c>.synth</c>.</summary>
/// <remarks>
/// A zip with fixed time stamps and nothing compressed, so that the same model gives the same bytes and no entry can be larger than the file: a
/// manifest (format, generator, options, seed, schema, numbers, checksums) and plain npy arrays. Opening runs no code from the file: the id in
/// the manifest picks a class that the program has.
/// </remarks>
public static class ModelArchive
{
    private const string ManifestName = "manifest.json", ArrayFolder = "arrays/", ArrayEnding = ".npy";

    /// <summary>Name of the text by which a model that stands around another one says which <see cref="IModelWrapper"/> reads it.</summary>
    public const string WrapperName = "wrapper";

    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the first that zip knows

    /// <summary>Writes a model to a file, whole or not at all.</summary>
    /// <exception cref="NotSupportedException">The model cannot be saved.</exception>
    public static void Save(IFittedGenerator model, string path)
    {
        _ = Persistable(model);
        WholeFile.Write(path, stream => Save(model, stream));
    }

    /// <summary>Writes a model to a stream, which is left open.</summary>
    /// <exception cref="NotSupportedException">The model cannot be saved.</exception>
    public static void Save(IFittedGenerator model, Stream stream)
    {
        var persistable = Persistable(model);
        var manifest = new ModelManifest(persistable.Origin, model.Schema);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        persistable.Save(new ModelWriter(manifest, files));
        using var buffer = new MemoryStream(); // a stream that cannot seek would get other bytes
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ManifestName, manifest.ToJson());
            foreach (var (name, file) in files) Add(zip, ArrayFolder + name + ArrayEnding, file);
        }
        ArgumentNullException.ThrowIfNull(stream);
        buffer.WriteTo(stream);
    }

    /// <summary>Reads a model from a file.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="catalog">Where its generator is looked up.</param>
    /// <exception cref="ModelFormatException">The file is no sound model, or of a newer format, or its generator is unknown.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IFittedGenerator Open(string path, Catalog<GeneratorAttribute> catalog)
    {
        using var stream = File.OpenRead(path);
        return Open(stream, catalog);
    }

    /// <summary>Reads a model from a stream, which is left open.</summary>
    /// <exception cref="ModelFormatException">The bytes are no sound model, or of a newer format, or its generator is unknown.</exception>
    public static IFittedGenerator Open(Stream stream, Catalog<GeneratorAttribute> catalog)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(catalog);
        var (manifest, files) = Read(stream);
        if (!catalog.Ids.Contains(manifest.Origin.Generator))
            throw new ModelFormatException(UnknownColumn.Message(catalog.What, manifest.Origin.Generator, catalog.Ids));
        try
        {
            if (manifest.Values.TryGetValue(WrapperName, out var wrapper))
                return Wrapper(wrapper, catalog).Load(new ModelReader(manifest, files), inner => Open(new MemoryStream(inner), catalog));
            return GeneratorFactory.Create(catalog, manifest.Origin.Generator, manifest.Origin.Options) is IModelLoader loader
                ? loader.Load(new ModelReader(manifest, files))
                : throw new ModelFormatException($"Models of '{manifest.Origin.Generator}' cannot be opened.");
        }
        catch (Exception failure) when (failure is ArgumentException or IndexOutOfRangeException or InvalidCastException or OverflowException or FormatException)
        {
            throw new ModelFormatException($"The model does not fit together: {failure.Message}", failure);
        }
    }

    // Wrappers live beside the generators whose models they can stand around.
    private static IModelWrapper Wrapper(string id, Catalog<GeneratorAttribute> catalog)
    {
        var type = catalog.Entries.Select(entry => entry.Type.Assembly).Distinct().SelectMany(assembly => assembly.GetTypes())
            .FirstOrDefault(type => type.GetCustomAttribute<ModelWrapperAttribute>()?.Id == id);
        return type is null ? throw new ModelFormatException($"The model is wrapped as '{id}', which this program does not know.") : (IModelWrapper)Activator.CreateInstance(type)!;
    }

    private static (ModelManifest Manifest, Dictionary<string, byte[]> Files) Read(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var entries = zip.Entries.ToDictionary(entry => entry.FullName, StringComparer.Ordinal);
            if (!entries.Remove(ManifestName, out var manifestEntry)) throw new ModelFormatException($"The file is no model: it holds no {ManifestName}.");
            var manifest = ModelManifest.FromJson(Bytes(manifestEntry));
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var (name, array) in manifest.Arrays)
            {
                if (!entries.Remove(ArrayFolder + name + ArrayEnding, out var entry)) throw new ModelFormatException($"The model lacks its array '{name}'.");
                var bytes = Bytes(entry);
                if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != array.Sha256) throw new ModelFormatException($"The checksum of array '{name}' is wrong: the file was changed or damaged.");
                files.Add(name, bytes);
            }
            return entries.Count == 0 ? (manifest, files) : throw new ModelFormatException($"The model holds an unknown part '{entries.Keys.First()}'.");
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            throw new ModelFormatException($"The file is no model, or a damaged one: {failure.Message}", failure);
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        if (entry.Length != entry.CompressedLength || entry.Length > Array.MaxLength)
            throw new ModelFormatException($"Part '{entry.FullName}' of the model is compressed or too long.");
        using var stream = entry.Open();
        var bytes = new byte[entry.Length]; // stored entries cannot be longer than the file, which is at hand
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static IPersistable Persistable(IFittedGenerator model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model as IPersistable ?? throw new NotSupportedException($"A model of type {model.GetType().Name} cannot be saved.");
    }
}
