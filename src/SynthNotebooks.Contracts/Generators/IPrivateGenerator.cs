using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>A generator whose fits are paid for from a privacy budget.</summary>
public interface IPrivateGenerator : IGenerator
{
    /// <summary>Option that makes a run NON-PRIVATE and free.</summary>
    const string InsecureSeed = "insecure-seed";

    /// <summary>What is asked of it: its id and all its options; no seed enters a private fit, so that here is 0.</summary>
    ModelOrigin Order { get; }

    /// <summary>Checks all that is public before a fit: names and kinds of columns, domain, constraints, size of the model. Reads no cell and reserves nothing.</summary>
    /// <param name="training">The real rows, none of which is read.</param>
    /// <param name="context">What surrounds the fit.</param>
    /// <exception cref="FitException">The fit would be refused; the message says why.</exception>
    void Check(DataFrame training, FitContext context);
}
