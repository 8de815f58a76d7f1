using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Draws rows of a Bayesian network under evidence, exactly.</summary>
internal sealed class EliminationSampler : IStateSampler
{
    private readonly Elimination _elimination;

    public EliminationSampler(BayesNetwork network, float[]?[] evidence)
    {
        _elimination = new Elimination(network, Elimination.Under(network, evidence));
        _elimination.Run();
        Probability = PortableMath.Exp(_elimination.LogProbability);
    }

    public double Probability { get; }

    public void Draw(SplitRandom random, StateDraws draws)
    {
        var states = new int[draws.States.Length];
        for (var row = 0; row < draws.Rows; row++)
        {
            _elimination.Draw(random, states);
            for (var i = 0; i < states.Length; i++)
            {
                draws.States[i][row] = (ushort)states[i];
                draws.Uniforms[i][row] = random.NextDouble();
            }
        }
    }
}
