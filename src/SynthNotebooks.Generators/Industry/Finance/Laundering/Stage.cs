namespace SynthNotebooks.Generators.Industry.Finance.Laundering;

/// <summary>Step of money laundering that a transfer belongs to.</summary>
internal enum Stage
{
    None,
    Placement,
    Layering,
    Integration,
}
