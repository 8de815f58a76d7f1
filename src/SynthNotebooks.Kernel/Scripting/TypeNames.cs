namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Names of types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    /// <summary>With namespaces, without the class that holds a cell.</summary>
    public static string Of(Type type) => Write(type, full: true);

    /// <summary>Without namespaces.</summary>
    public static string Short(Type type) => Write(type, full: false);

    /// <summary>As <see cref="Of"/>, rooted, for use in generated code; null when C# cannot say it.</summary>
    public static string? InCode(Type type) => IsSayable(type) ? Write(type, full: true, root: "global::") : null;

    private static bool IsSayable(Type type) => type.HasElementType
        ? type.IsArray && IsSayable(type.GetElementType()!)
        : !type.Name.Contains('<') && !type.IsByRefLike && (type.IsVisible || IsOfCell(type)) && type.GetGenericArguments().All(IsSayable);

    /// <summary>Whether a cell declares it.</summary>
    public static bool IsOfCell(Type type) => type.DeclaringType is { } outer && outer.Name.StartsWith("Submission#", StringComparison.Ordinal);

    private static string Write(Type type, bool full, string root = "")
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray) return Write(type.GetElementType()!, full, root) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.HasElementType) return Write(type.GetElementType()!, full, root);
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Write(underlying, full, root) + "?";
        if (type.IsGenericParameter) return type.Name;
        var arguments = new Queue<Type>(type.GetGenericArguments());
        var nesting = new Stack<Type>();
        for (var t = type; t is not null; t = t.DeclaringType)
            if (t == type || (full && !t.Name.StartsWith("Submission#", StringComparison.Ordinal))) nesting.Push(t);
        var names = nesting.Select(t => t.Name.Split('`') is [var bare, var arity]
            ? $"{bare}<{string.Join(", ", Take(int.Parse(arity, System.Globalization.CultureInfo.InvariantCulture)).Select(a => Write(a, full, root)))}>" : t.Name);
        var name = string.Join('.', names);
        return full && type.Namespace is { } space ? root + space + "." + name : name;

        IEnumerable<Type> Take(int count) => Enumerable.Range(0, Math.Min(count, arguments.Count)).Select(_ => arguments.Dequeue()).ToArray();
    }
}
