using System.Globalization;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>Values that are one word or line of text, in the invariant culture.</summary>
internal static class ScalarText
{
    /// <summary>Null for what has parts, and for the types whose text the formatting library knows.</summary>
    public static string? Of(object value) => value switch
    {
        string text => text,
        DateTime moment => moment.ToString(moment.Kind switch { DateTimeKind.Utc => "yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'", DateTimeKind.Local => "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", _ => "yyyy-MM-dd HH:mm:ss.FFFFFFF" }, CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        System.Numerics.Complex or Half or Int128 or UInt128 or System.Numerics.BigInteger or TimeSpan or Guid => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        Version or Uri or System.Text.StringBuilder or System.Text.Rune or Index or Range or IntPtr or UIntPtr => value.ToString(),
        FileSystemInfo file => file.ToString(),
        System.Globalization.CultureInfo culture => culture.Name.Length == 0 ? "(invariant culture)" : culture.Name,
        System.Text.Encoding encoding => encoding.WebName,
        Delegate function => Signature(function),
        Type type => Scripting.TypeNames.Of(type),
        System.Reflection.MemberInfo member => SubmissionNames.Strip($"{(member.DeclaringType is { } of ? Scripting.TypeNames.Of(of) + "." : "")}{member.Name}"),
        System.Reflection.Assembly assembly => assembly.GetName().Name,
        _ => null,
    };

    private static string Signature(Delegate function)
    {
        var method = function.GetType().GetMethod("Invoke")!;
        return $"{Scripting.TypeNames.Short(function.GetType())}: ({string.Join(", ", method.GetParameters().Select(p => Scripting.TypeNames.Short(p.ParameterType)))}) -> {Scripting.TypeNames.Short(method.ReturnType)}";
    }
}
