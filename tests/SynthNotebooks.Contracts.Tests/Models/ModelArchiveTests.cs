using System.IO.Compression;
using System.Text;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts.Tests.Models;

public class ModelArchiveTests
{
    private static readonly Catalog<GeneratorAttribute> Catalog = new("model", typeof(EchoGenerator).Assembly);
    private static readonly DataFrame Training = new(new DoubleColumn("x", new[] { 1.0, 2 }));
    private static readonly byte[] Sound = Saved();

    [Fact]
    public void A_model_comes_back_with_its_origin_and_schema()
    {
        var opened = ModelArchive.Open(new MemoryStream(Sound), Catalog);

        Assert.Equal([4.0, 5, 6, 4], opened.Sample(4)["x"].ToNumbers());
        Assert.Equal((ColumnKind.Real, "x"), (opened.Schema.Columns[0].Kind, opened.Schema.Columns[0].Name));
        var origin = ((IPersistable)opened).Origin;
        Assert.Equal(("echo", "4", 77UL), (origin.Generator, origin.Options["start"], origin.Seed));
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes() => Assert.Equal(Sound, Saved());

    [Fact]
    public void Entries_are_stored_plainly_with_a_fixed_time()
    {
        using var zip = new ZipArchive(new MemoryStream(Sound));

        Assert.Equal(["manifest.json", "arrays/inner/numbers.npy"], zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal((entry.Length, 1980), (entry.CompressedLength, entry.LastWriteTime.Year)));
    }

    [Fact]
    public void Any_flipped_byte_is_noticed_or_harmless()
    {
        for (var i = 0; i < Sound.Length; i++)
        {
            var damaged = (byte[])Sound.Clone();
            damaged[i] ^= 0x20;
            try
            {
                var opened = ModelArchive.Open(new MemoryStream(damaged), Catalog);
                Assert.Equal([4.0, 5, 6], opened.Sample(3)["x"].ToNumbers()); // a field of the zip that nobody reads
            }
            catch (ModelFormatException)
            {
            }
        }
    }

    [Fact]
    public void Any_truncation_is_an_error()
    {
        for (var length = 0; length < Sound.Length; length += 7)
            Assert.Throws<ModelFormatException>(() => ModelArchive.Open(new MemoryStream(Sound[..length]), Catalog));
    }

    [Fact]
    public void What_is_no_zip_is_told() =>
        Assert.Contains("no model", Assert.Throws<ModelFormatException>(() => ModelArchive.Open(new MemoryStream(Encoding.UTF8.GetBytes("age,sex\n1,2\n")), Catalog)).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_zip_is_told()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("readme.txt");

        Assert.Contains("manifest.json", Assert.Throws<ModelFormatException>(() => ModelArchive.Open(stream, Catalog)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_future_format_is_told() =>
        Assert.Contains("format 99", Fails(manifest => manifest.Replace("\"format\": 1", "\"format\": 99", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_changed_manifest_is_told() =>
        Assert.Contains("checksum", Fails(manifest => manifest.Replace("\"seed\": 77", "\"seed\": 78", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_generator_is_told() =>
        Assert.Contains("There is no model 'echo'. There is none.", Assert.Throws<ModelFormatException>(() => ModelArchive.Open(new MemoryStream(Sound), new Catalog<GeneratorAttribute>("model", typeof(string).Assembly))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_compressed_entry_is_refused_before_it_is_read()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("manifest.json", CompressionLevel.SmallestSize).Open()) entry.Write(new byte[1_000_000]);

        Assert.Contains("compressed", Assert.Throws<ModelFormatException>(() => ModelArchive.Open(stream, Catalog)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_cannot_be_saved_leaves_no_file()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        Assert.Throws<NotSupportedException>(() => ModelArchive.Save(new Unsaveable(), path));
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }")] // pickled objects
    [InlineData("{'descr': '<f8', 'fortran_order': True, 'shape': (3,), }")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999,), }")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (-3,), }")]
    public void Arrays_of_another_type_or_size_are_refused(string header)
    {
        var bytes = NpyArray.Write<double>([1, 2, 3], [3]);
        var text = Encoding.ASCII.GetBytes(header.PadRight(bytes.Length - 24 - 10 - 1) + "\n");
        text.CopyTo(bytes, 10);

        Assert.Throws<ModelFormatException>(() => NpyArray.Read<double>(bytes, "x", [3]));
    }

    private static string Fails(Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Sound);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("manifest.json")!;
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("manifest.json", CompressionLevel.NoCompression).Open());
            var changed = change(text);
            Assert.NotEqual(text, changed);
            writer.Write(changed);
        }
        stream.Position = 0;
        return Assert.Throws<ModelFormatException>(() => ModelArchive.Open(stream, Catalog)).Message;
    }

    private static byte[] Saved()
    {
        var model = new EchoGenerator(new EchoOptions(4)).Fit(Training, new FitContext(Training.InferSchema()) { Seed = 77 });
        using var stream = new MemoryStream();
        ModelArchive.Save(model, stream);
        return stream.ToArray();
    }

    private sealed class Unsaveable : IFittedGenerator
    {
        public TableSchema Schema { get; } = new([]);

        public DataFrame SampleChunk(int rows, SplitRandom random) => new();
    }
}
