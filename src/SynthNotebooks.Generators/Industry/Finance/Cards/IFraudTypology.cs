using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Cards;

/// <summary>A way in which cards and accounts are misused.</summary>
internal interface IFraudTypology
{
    /// <summary>Plans the payments of one episode.</summary>
    /// <param name="start">Moment at which it begins, in seconds since 1970-01-01.</param>
    /// <param name="random">Of this episode alone.</param>
    /// <param name="into">Takes the payments.</param>
    void Plan(double start, SplitRandom random, List<Payment> into);
}
