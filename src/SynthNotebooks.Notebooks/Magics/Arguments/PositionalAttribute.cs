namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Marks the one argument that may stand without its name.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PositionalAttribute : Attribute;
