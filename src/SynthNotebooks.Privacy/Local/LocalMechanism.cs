namespace SynthNotebooks.Privacy.Local;

/// <summary>Which local mechanism randomises a column.</summary>
public enum LocalMechanism
{
    /// <summary>The one with the smaller variance: k-ary randomised response when k &lt; 3e^ε + 2, else optimised unary encoding; randomised response for two categories.</summary>
    Auto,

    /// <summary>Warner's randomised response; two categories.</summary>
    RandomisedResponse,

    /// <summary>k-ary (generalised) randomised response.</summary>
    KRandomisedResponse,

    /// <summary>Optimised unary encoding: one bit a category.</summary>
    Oue,

    /// <summary>RAPPOR's permanent report: a noisy Bloom filter.</summary>
    Rappor,
}
