using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>When events may happen, and how finely their times are told.</summary>
internal sealed record EventWindow(Parameter? From, Parameter? To, double Start, double End, double Resolution)
{
    /// <summary>First moment and end for a parent row.</summary>
    public (double Begin, double End) Of(Row parent, SplitRandom random) => (From?.Of(parent, random) ?? Start, To?.Of(parent, random) ?? End);

    /// <summary>A time as it is recorded, not before the window.</summary>
    public double Recorded(double time, double begin) => Math.Max(begin, Math.Floor(time / Resolution) * Resolution);
}
