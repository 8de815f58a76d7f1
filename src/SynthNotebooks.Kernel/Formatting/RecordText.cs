using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>Records within records, as C# writes them, down to a few levels.</summary>
/// <remarks>
/// The ToString that the compiler writes for a record follows its members without end: a record that leads back to itself fills the stack, and a chain of n
/// records costs n² characters.
/// </remarks>
internal static class RecordText
{
    private const int MostLevels = 30, MostRecords = 5_000, LevelsShown = 3;

    private static readonly ConditionalWeakTable<Type, PropertyInfo[]> Known = [];

    /// <summary>The text of a record that leads deeper than its own ToString can be trusted with; null for any other value.</summary>
    public static string? OfDeep(object value)
    {
        if (MembersOf(value.GetType()).Length == 0) return null;
        var left = MostRecords;
        if (!IsDeep(value, MostLevels, ref left)) return null;
        var text = new StringBuilder();
        Write(text, value, LevelsShown);
        return text.ToString();
    }

    private static bool IsDeep(object record, int levels, ref int left)
    {
        if (levels == 0 || left-- == 0) return true;
        foreach (var member in MembersOf(record.GetType()))
        {
            if ((member.PropertyType.IsValueType || member.PropertyType.IsSealed) && MembersOf(member.PropertyType).Length == 0) continue;
            if (TryRead(member, record) is { } inner && MembersOf(inner.GetType()).Length > 0 && IsDeep(inner, levels - 1, ref left)) return true;
        }
        return false;
    }

    private static void Write(StringBuilder text, object record, int levels)
    {
        text.Append(record.GetType().Name).Append(" { ");
        var first = true;
        foreach (var member in MembersOf(record.GetType()))
        {
            text.Append(first ? "" : ", ").Append(member.Name).Append(" = ");
            first = false;
            if (TryRead(member, record) is not { } inner) continue;
            if (MembersOf(inner.GetType()).Length == 0) text.Append(CellText.Of(inner).Text);
            else if (levels == 1) text.Append(inner.GetType().Name).Append(" { … }");
            else Write(text, inner, levels - 1);
        }
        text.Append(" }");
    }

    private static object? TryRead(PropertyInfo member, object record)
    {
        try
        {
            return member.GetValue(record);
        }
        catch (TargetInvocationException) // the user's getter
        {
            return null;
        }
    }

    // Of a record whose ToString is the compiler's; none for other types.
    private static PropertyInfo[] MembersOf(Type type) => Known.GetValue(type, static type =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(StringBuilder)]) is not null
            && type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute))
            ? [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)]
            : []);
}
