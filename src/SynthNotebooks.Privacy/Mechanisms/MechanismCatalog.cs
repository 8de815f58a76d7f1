using System.Reflection;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>All mechanisms of this library.</summary>
public static class MechanismCatalog
{
    /// <summary>The mechanisms by id.</summary>
    public static Catalog<MechanismAttribute> Mechanisms { get; } = new("mechanism", typeof(MechanismCatalog).Assembly);

    /// <summary>A mechanism's worst pair of neighbours.</summary>
    /// <param name="id">E.g. <c>discrete-laplace</c>.</param>
    /// <param name="epsilon">ε of the instance, above 0.</param>
    /// <param name="bits">Where randomness comes from.</param>
    /// <exception cref="ArgumentException">The id is unknown; the message tells the nearest.</exception>
    public static MechanismTrial Trial(string id, Rational epsilon, RandomBits bits)
    {
        var method = Mechanisms[id].Type.GetMethod(nameof(IAuditedMechanism.Trial), BindingFlags.Static | BindingFlags.Public)
            ?? throw new InvalidOperationException($"The mechanism '{id}' has no public trial.");
        return (MechanismTrial)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [epsilon, bits], null)!;
    }
}
