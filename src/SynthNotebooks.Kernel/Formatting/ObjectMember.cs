using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>A public property or field of an object, and how to read it.</summary>
/// <param name="Name">As it is declared.</param>
/// <param name="Info">What it is.</param>
/// <param name="Read">Its value for an object; what the object's own code throws comes in a <see cref="TargetInvocationException"/>.</param>
internal sealed record ObjectMember(string Name, MemberInfo Info, Func<object, object?> Read)
{
    private static readonly ConditionalWeakTable<Type, ObjectMember[]> Known = [];

    /// <summary>Whether reading runs no code of the object's: fields, and properties that the compiler wrote.</summary>
    public bool IsStored => Info is FieldInfo || ((PropertyInfo)Info).GetMethod!.IsDefined(typeof(CompilerGeneratedAttribute))
        || Info.DeclaringType!.IsDefined(typeof(CompilerGeneratedAttribute)); // anonymous types

    /// <summary>Whether its author wants it seen: neither obsolete nor hidden from debuggers, as <c>Lazy.Value</c> is. The result of a task is left too, since asking waits for it.</summary>
    public bool IsShown => !Info.IsDefined(typeof(ObsoleteAttribute)) && Info.GetCustomAttribute<DebuggerBrowsableAttribute>() is not { State: DebuggerBrowsableState.Never }
        && !(Name == "Result" && Info.DeclaringType!.GetMethod("GetAwaiter", Type.EmptyTypes) is not null);

    /// <summary>The readable members of a type, a base class's first, as they are declared.</summary>
    public static IReadOnlyList<ObjectMember> Of(Type type) => Known.GetValue(type, static type => [.. Find(type)]);

    private static IEnumerable<ObjectMember> Find(Type type)
    {
        foreach (var member in type.GetMembers(BindingFlags.Instance | BindingFlags.Public).OrderBy(m => DepthOf(m.DeclaringType)).ThenBy(m => m.MetadataToken))
        {
            if (member is PropertyInfo { CanRead: true, GetMethod.IsPublic: true } property && property.GetIndexParameters().Length == 0 && IsReadable(property.PropertyType))
                yield return new ObjectMember(property.Name, property, property.GetValue);
            else if (member is FieldInfo field && IsReadable(field.FieldType) && field.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
                yield return new ObjectMember(field.Name, field, field.GetValue);
        }
    }

    private static int DepthOf(Type? type)
    {
        var depth = 0;
        for (; type is not null; type = type.BaseType) depth++;
        return depth;
    }

    private static bool IsReadable(Type type) => !type.IsByRefLike && !type.IsPointer && !type.IsByRef;
}
