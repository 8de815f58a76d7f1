using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Tests.Conformance;

public class PersistenceTests
{
    public static TheoryData<string> Ids => Generators.Ids;

    [Theory, MemberData(nameof(Ids))]
    public void An_opened_model_gives_the_same_samples_and_saves_to_the_same_bytes(string id)
    {
        var model = Generators.Fit(id, MixedTable.Of(1500, seed: 3), context => context with { Seed = 11 });
        using var first = new MemoryStream();
        ModelArchive.Save(model, first);
        first.Position = 0;

        var opened = ModelArchive.Open(first, Generators.Catalog);
        using var second = new MemoryStream();
        ModelArchive.Save(opened, second);

        Assert.Equal(Generators.Bytes(model.Sample(9000)), Generators.Bytes(opened.Sample(9000)));
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.Equal(id, ((IPersistable)opened).Origin.Generator);
        Assert.Equal(11UL, ((IPersistable)opened).Origin.Seed);
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_file_replaces_the_one_before(string id)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".synth");
        try
        {
            File.WriteAllText(path, "old");
            var model = Generators.Fit(id, MixedTable.Of(200, seed: 4));
            ModelArchive.Save(model, path);

            Assert.Equal(Generators.Bytes(model.Sample(50)), Generators.Bytes(ModelArchive.Open(path, Generators.Catalog).Sample(50)));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
