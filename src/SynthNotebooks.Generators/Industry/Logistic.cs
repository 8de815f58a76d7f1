using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry;

/// <summary>Between probabilities and log-odds.</summary>
internal static class Logistic
{
    public static double Probability(double logOdds) => 1 / (1 + PortableMath.Exp(-logOdds));

    public static double LogOdds(double probability) => PortableMath.Log(probability / (1 - probability));
}
