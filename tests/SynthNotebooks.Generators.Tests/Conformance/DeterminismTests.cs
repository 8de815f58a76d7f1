using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Conformance;

public class DeterminismTests
{
    private const int Rows = 20_000; // three chunks
    private static readonly DataFrame Training = MixedTable.Of(1500, seed: 1);

    public static TheoryData<string> Ids => Generators.Ids;

    [Theory, MemberData(nameof(Ids))]
    public void Same_seed_gives_same_bytes_at_one_and_two_threads(string id)
    {
        var one = Generators.Fit(id, Training, context => context with { Threads = 1 }).Sample(Rows, new() { Seed = 7, Threads = 1 });
        var two = Generators.Fit(id, Training, context => context with { Threads = 2 }).Sample(Rows, new() { Seed = 7, Threads = 2 });

        Assert.Equal(Generators.Bytes(one), Generators.Bytes(two));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Streamed_rows_are_the_rows_in_memory(string id)
    {
        var model = Generators.Fit(id, Training);

        Assert.Equal(Generators.Bytes(model.Sample(Rows)), Generators.Bytes(model.Stream(Rows)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_chunk_does_not_depend_on_those_made_before(string id)
    {
        var model = Generators.Fit(id, Training);
        var random = new SplitRandom(3);

        var inOrder = new[] { model.SampleChunk(100, random.Split(0)), model.SampleChunk(100, random.Split(1)) };
        var second = model.SampleChunk(100, random.Split(1));
        var first = model.SampleChunk(100, random.Split(0));

        Assert.Equal(Generators.Bytes(inOrder[0]), Generators.Bytes(first));
        Assert.Equal(Generators.Bytes(inOrder[1]), Generators.Bytes(second));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Another_seed_gives_other_rows(string id)
    {
        var model = Generators.Fit(id, Training);

        Assert.NotEqual(Generators.Bytes(model.Sample(100, new() { Seed = 1 })), Generators.Bytes(model.Sample(100, new() { Seed = 2 })));
    }
}
