using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Draws rows of a Bayesian network freely: each column after its parents.</summary>
internal sealed class AncestralSampler : IStateSampler
{
    private readonly BayesNetwork _network;
    private readonly AliasTables[] _tables;

    public AncestralSampler(BayesNetwork network)
    {
        _network = network;
        _tables = [.. network.Tables.Select(table =>
        {
            var alias = new AliasTables(table.Tables, table.States);
            for (var i = 0; i < table.Tables; i++) alias.Set(i, table.Probabilities.AsSpan(i * table.States, table.States));
            return alias;
        })];
    }

    public double Probability => 1;

    public void Draw(SplitRandom random, StateDraws draws)
    {
        var at = new int[draws.Rows];
        foreach (var column in _network.Order)
        {
            var table = _network.Tables[column];
            at.AsSpan().Clear();
            for (var level = 0; level < table.Parents.Length; level++)
            {
                var parent = draws.States[table.Parents[level]];
                for (var row = 0; row < at.Length; row++)
                {
                    if (at[row] < 0) continue;
                    var finer = table.Refined(level, at[row], parent[row]);
                    at[row] = finer >= 0 ? finer : ~at[row]; // from here on the coarser table holds
                }
            }
            var (alias, states, uniforms) = (_tables[column], draws.States[column], draws.Uniforms[column]);
            for (var row = 0; row < at.Length; row++)
            {
                var bits = random.NextUInt64();
                states[row] = (ushort)alias.Draw(at[row] < 0 ? ~at[row] : at[row], bits);
                uniforms[row] = AliasTables.Uniform(bits);
            }
        }
    }
}
