using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Hosting;

/// <summary>Types as a C# user spells them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(decimal)] = "decimal",
        [typeof(object)] = "object",
        [typeof(char)] = "char",
        [typeof(IFittedGenerator)] = "fitted model",
    };

    /// <summary>E.g. <c>List&lt;string&gt;</c>, <c>int[]</c>, <c>DataFrame</c>.</summary>
    public static string Of(Type type)
    {
        if (Words.TryGetValue(type, out var word)) return word;
        if (type.IsArray) return Of(type.GetElementType()!) + "[]";
        if (!type.IsGenericType) return type.Name;
        var name = type.Name.Split('`')[0];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
