using System.Reflection;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>What a member of an object answered.</summary>
/// <param name="IsRead">False when it took too long.</param>
/// <param name="Value">Its value.</param>
/// <param name="Short">The value on one line.</param>
/// <param name="Failure">What its code threw; null when it answered.</param>
internal readonly record struct MemberReading(bool IsRead, object? Value = null, CellText Short = default, Exception? Failure = null)
{
    /// <summary>Shown in the place of a member that took too long.</summary>
    public const string TooLong = "(takes too long)";

    /// <summary>Reads a member once. Code of the object's own, and of the value's, runs within the bounds of <paramref name="reads"/>; formatters that are registered do not.</summary>
    public static MemberReading Of(ObjectMember member, object item, BoundedReads reads)
    {
        object? value;
        try
        {
            if (member.IsStored) value = member.Read(item);
            else if (!reads.TryRead(() => member.Read(item), out value)) return new MemberReading(false);
        }
        catch (TargetInvocationException failure) // the getter's
        {
            return new MemberReading(true, Failure: failure.GetBaseException());
        }
        if (value is null || ValueFormatter.IsScalar(value.GetType()) || IsFormatted(value.GetType())) return new MemberReading(true, value, CellText.Of(value));
        return reads.TryRead(() => CellText.Of(value), out var text) ? new MemberReading(true, value, text) : new MemberReading(false, value);
    }

    private static bool IsFormatted(Type type) => ValueFormatter.HasFormatter(type, "text/html") || ValueFormatter.HasFormatter(type, "text/plain");
}
