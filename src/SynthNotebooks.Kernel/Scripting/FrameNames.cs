using System.Reflection;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Methods of a stack, in the words of the user's code, and which of them are no news to anyone.</summary>
internal static class FrameNames
{
    private static readonly string[] Machinery =
    [
        "System.Runtime.CompilerServices.", "System.Runtime.ExceptionServices.", "System.Threading.ExecutionContext",
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Parallel", "System.Threading.Tasks.Replica", "System.Threading.Thread",
        "System.Threading.QueueUserWorkItem", "System.Threading.PortableThreadPool", "System.Threading.Timer",
        "System.Reflection.MethodBaseInvoker", "System.Reflection.MethodInvoker", "System.Reflection.RuntimeMethodInfo", "System.Reflection.RuntimeConstructorInfo", "System.Dynamic.UpdateDelegates",
        "Microsoft.CodeAnalysis.", "Microsoft.CSharp.RuntimeBinder.", "Microsoft.DotNet.Interactive.Formatting.", "SynthNotebooks.Kernel.",
    ];

    /// <summary>What runs cells, calls delegates or moves tasks about.</summary>
    public static bool IsMachinery(MethodBase method) =>
        method.DeclaringType?.FullName is not { } type // made at run time: stubs of reflection and of dynamic calls
        || type.StartsWith("InvokeStub_", StringComparison.Ordinal) || Machinery.Any(m => type.StartsWith(m, StringComparison.Ordinal));

    /// <summary>What the compiler puts around a cell.</summary>
    public static bool IsCellMachinery(MethodBase method) =>
        method.Name is "<Factory>" or "<Initialize>" || method.DeclaringType?.Name.StartsWith("<<Initialize>>", StringComparison.Ordinal) == true;

    /// <summary>What a library calls to throw: the exception tells all that it does.</summary>
    public static bool IsThrowHelper(MethodBase method) => method.DeclaringType is { } type && (type.Name == "ThrowHelper"
        || (method.Name.StartsWith("Throw", StringComparison.Ordinal) && type.Assembly == typeof(object).Assembly) || (method.Name.StartsWith("Throw", StringComparison.Ordinal) && typeof(Exception).IsAssignableFrom(type)));

    /// <summary>With its type, as far as that is not the class that holds a cell.</summary>
    public static string Of(MethodBase method)
    {
        var (name, type) = (method.Name, method.DeclaringType);
        if (name == "MoveNext" && type is { Name: ['<', ..] })
            (name, type) = (type.Name, type.DeclaringType);
        name = Readable(name);
        while (type is { Name: ['<', ..] }) type = type.DeclaringType;
        if (type is null || type.Name.StartsWith("Submission#", StringComparison.Ordinal)) return name;
        return name switch
        {
            ".ctor()" => $"new {TypeNames.Of(type)}()",
            "get_Item()" => TypeNames.Of(type) + "[...]",
            ".cctor()" => $"static {TypeNames.Of(type)}()",
            _ => TypeNames.Of(type) + "." + name,
        };
    }

    /// <summary>The namespace of a library's method; its type where it has none.</summary>
    public static string LibraryOf(MethodBase method) => method.DeclaringType is { } type ? type.Namespace ?? TypeNames.Of(type) : method.Name;

    // <F>d__1 and F stay F; <<Initialize>>g__F|0_1 is the local function F; <F>b__0 is a lambda.
    private static string Readable(string name)
    {
        var local = name.IndexOf(">g__", StringComparison.Ordinal);
        if (local >= 0) return name[(local + 4)..].Split('|')[0] + "()";
        if (name.Contains(">b__", StringComparison.Ordinal)) return "lambda";
        if (name.Contains("<Initialize>", StringComparison.Ordinal)) return "top level";
        return name.StartsWith('<') ? name[1..name.IndexOf('>', StringComparison.Ordinal)] + "()" : name + "()";
    }
}
