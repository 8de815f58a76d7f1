using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts.Tests;

/// <summary>Options of <see cref="EchoGenerator"/>.</summary>
/// <param name="Start">First number.</param>
public sealed record EchoOptions(int Start = 1);

/// <summary>A generator that counts, for tests of what surrounds generators.</summary>
[Generator("echo", typeof(EchoOptions))]
public sealed class EchoGenerator : IGenerator, IModelLoader
{
    private readonly EchoOptions _options;

    /// <summary>Any start of at least 0.</summary>
    public EchoGenerator(EchoOptions options)
    {
        Require.InRange(options.Start, 0, 100);
        _options = options;
    }

    /// <summary>First number.</summary>
    public int Start => _options.Start;

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context) =>
        new Fitted(ModelOrigin.Of<EchoGenerator>(_options, context.Seed), context.Schema, [Start, Start + 1, Start + 2], "größer <b>");

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader) =>
        new Fitted(reader.Origin, reader.Schema, reader.Part("inner").Array<double>("numbers", 3), reader.Texts("words")[0]);

    private sealed class Fitted(ModelOrigin origin, TableSchema schema, double[] numbers, string word) : IFittedGenerator, IPersistable
    {
        public ModelOrigin Origin => origin;

        public TableSchema Schema => schema;

        public DataFrame SampleChunk(int rows, SplitRandom random) =>
            new(new DoubleColumn("x", Enumerable.Range(0, rows).Select(i => numbers[i % 3]).ToArray()));

        public void Save(ModelWriter writer)
        {
            writer.Part("inner").WriteArray<double>("numbers", numbers);
            writer.WriteTexts("words", [word]);
        }
    }
}
