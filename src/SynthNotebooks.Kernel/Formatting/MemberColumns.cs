using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>The public members of a record, tuple or plain object as columns of a table.</summary>
internal sealed class MemberColumns
{
    private const int MostColumns = 20;

    private readonly (string Name, Func<object, object?> Read)[] _members;

    private MemberColumns((string Name, Func<object, object?> Read)[] members) => _members = members;

    public IEnumerable<string> Names => _members.Select(m => m.Name);

    /// <summary>Columns for items of one type that has members to show; null when the items are of another kind.</summary>
    public static MemberColumns? Of(IReadOnlyList<object?> items)
    {
        var types = items.Where(i => i is not null).Select(i => i!.GetType()).Distinct().Take(2).ToArray();
        if (types is not [var type] || !HasColumns(type)) return null;
        var members = MembersOf(type).ToArray();
        return members.Length is 0 or > MostColumns ? null : new MemberColumns(members);
    }

    public IEnumerable<CellText> CellsOf(object? item) => _members.Select(m => item is null ? new CellText("") : Read(m.Read, item));

    private static bool HasColumns(Type type) => !ValueFormatter.IsScalar(type) && !typeof(IEnumerable).IsAssignableFrom(type)
        && !typeof(Exception).IsAssignableFrom(type) && !typeof(Task).IsAssignableFrom(type) && !ValueFormatter.HasFormatter(type, "text/html") && !ValueFormatter.HasFormatter(type, "text/plain")
        && !typeof(Microsoft.AspNetCore.Html.IHtmlContent).IsAssignableFrom(type);

    private static IEnumerable<(string Name, Func<object, object?> Read)> MembersOf(Type type)
    {
        // A base class's members come first, as they were declared first.
        foreach (var member in type.GetMembers(BindingFlags.Instance | BindingFlags.Public).OrderBy(m => DepthOf(m.DeclaringType)).ThenBy(m => m.MetadataToken))
        {
            if (member is PropertyInfo { CanRead: true, GetMethod.IsPublic: true } property && property.GetIndexParameters().Length == 0 && IsReadable(property.PropertyType))
                yield return (property.Name, property.GetValue);
            else if (member is FieldInfo field && IsReadable(field.FieldType) && field.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
                yield return (field.Name, field.GetValue);
        }
    }

    private static int DepthOf(Type? type)
    {
        var depth = 0;
        for (; type is not null; type = type.BaseType) depth++;
        return depth;
    }

    private static bool IsReadable(Type type) => !type.IsByRefLike && !type.IsPointer && !type.IsByRef;

    private static CellText Read(Func<object, object?> read, object item)
    {
        try
        {
            return CellText.Of(read(item));
        }
        catch (TargetInvocationException failure) // the user's getter
        {
            return new CellText($"({failure.GetBaseException().GetType().Name})");
        }
    }
}
