namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>Types as C# source spells them in full.</summary>
internal static class CSharpTypes
{
    /// <summary>E.g. <c>global::System.Collections.Generic.IReadOnlyList&lt;global::System.String&gt;</c>.</summary>
    public static string Of(Type type)
    {
        if (type == typeof(void)) return "void";
        if (type.IsArray) return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        var arguments = new Queue<Type>(type.GetGenericArguments());
        return Named(type, arguments);
    }

    // Arguments of a generic type that is nested belong to the outer types first.
    private static string Named(Type type, Queue<Type> arguments)
    {
        var owner = type.DeclaringType is { } outer ? Named(outer, arguments) + "." : type.Namespace is { } space ? $"global::{space}." : "global::";
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0) return owner + type.Name;
        var count = int.Parse(type.Name.AsSpan(tick + 1), System.Globalization.CultureInfo.InvariantCulture);
        return $"{owner}{type.Name[..tick]}<{string.Join(", ", Enumerable.Range(0, count).Select(_ => Of(arguments.Dequeue())))}>";
    }
}
