namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Marks an argument that names a variable to be set: it must be a C# identifier.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NewVariableAttribute : Attribute;
