using System.Diagnostics;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Tests.Conformance;

public class CancellationTests
{
    public static TheoryData<string> Ids => Generators.Ids;

    [Theory, MemberData(nameof(Ids))]
    public void A_cancelled_fit_does_not_begin(string id) => Assert.ThrowsAny<OperationCanceledException>(
        () => Generators.Fit(id, MixedTable.Of(100, seed: 5), context => context with { Cancellation = new CancellationToken(canceled: true) }));

    [Theory, MemberData(nameof(Ids))]
    public void A_fit_ends_within_half_a_second_of_cancellation(string id)
    {
        var training = MixedTable.Of(20_000, seed: 5);
        var schema = training.InferSchema();
        var generator = Generators.Create(id);
        foreach (var delay in new[] { 1, 20, 100 })
        {
            using var source = new CancellationTokenSource();
            long cancelled = 0;
            using var noted = source.Token.Register(() => Volatile.Write(ref cancelled, Stopwatch.GetTimestamp()));
            source.CancelAfter(delay);
            try
            {
                generator.Fit(training, new FitContext(schema) { Cancellation = source.Token });
            }
            catch (OperationCanceledException)
            {
                // A fit may see the token before its callbacks have run; it has then ended at once.
                var since = Volatile.Read(ref cancelled);
                if (since != 0) Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 0, 0.5);
            }
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_cancelled_sample_ends(string id)
    {
        var model = Generators.Fit(id, MixedTable.Of(100, seed: 5));

        Assert.ThrowsAny<OperationCanceledException>(() => model.Sample(100_000, new() { Cancellation = new CancellationToken(canceled: true) }));
    }
}
