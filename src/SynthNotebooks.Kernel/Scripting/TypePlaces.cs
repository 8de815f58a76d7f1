using Microsoft.CodeAnalysis;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The namespaces that hold a type of some name.</summary>
internal static class TypePlaces
{
    private const int Most = 3;

    /// <summary>At most three namespaces of public types, those with the shortest names first. Takes some milliseconds: all namespaces are asked.</summary>
    public static IReadOnlyList<string> Of(Compilation compilation, string name, int arity)
    {
        var found = new List<string>();
        var open = new Stack<INamespaceSymbol>([compilation.GlobalNamespace]);
        while (open.TryPop(out var space))
        {
            if (!space.IsGlobalNamespace && space.GetTypeMembers(name, arity).Any(type => type.DeclaredAccessibility == Accessibility.Public)) found.Add(space.ToDisplayString());
            foreach (var inner in space.GetNamespaceMembers()) open.Push(inner);
        }
        return [.. found.Order(StringComparer.Ordinal).OrderBy(space => space.Length).Take(Most)];
    }
}
