using System.Security.Cryptography;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Tests.Conformance;

/// <summary>Pins the bytes of samples and models, so that a change of results is seen and meant. A new generator need not be listed.</summary>
public class GoldenSampleTests
{
    [Theory]
    [InlineData("independent", "5e11d00150f5968e033e72f7f85f9943963c38c9959a06013926ae1163c13285", "94d865f913dfd82ec044c2503e7498408e640c8edfc9123fcaccd591d1e4476c")]
    [InlineData("copula", "87d077d547efa1ca818e6561a0329e08ff99b3f1861f52331b46226c7f5aaf3a", "cece8938b4825166360fe050068300708b91b06014fce6ed9984ee67b4a57088")]
    public void Bytes_are_those_of_the_first_release(string id, string sample, string saved)
    {
        var model = Generators.Fit(id, MixedTable.Of(2000, seed: 42), context => context with { Seed = 42 });
        using var file = new MemoryStream();
        ModelArchive.Save(model, file);

        var (madeSample, madeSaved) = (Hash(Generators.Bytes(model.Sample(10_000, new() { Seed = 42 }))), Hash(file.ToArray()));
        Assert.True((sample, saved) == (madeSample, madeSaved), $"{id}: sample {madeSample}, model {madeSaved}");
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
