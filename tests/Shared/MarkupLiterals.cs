using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;

namespace SynthNotebooks.Tests;

/// <summary>The types of an assembly whose code holds pieces of HTML, XML or SVG as string literals: nothing else can write markup, since data brings none.</summary>
internal static partial class MarkupLiterals
{
    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Outermost types; compiler-made ones count for the type that they stand in, generated patterns are left out.</summary>
    public static IReadOnlyList<Type> TypesIn(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => type.Namespace?.StartsWith("SynthNotebooks", StringComparison.Ordinal) == true && HasMarkup(type)).Select(Outermost).Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal)];

    private static bool HasMarkup(Type type) => type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).Any(method => Texts(method).Any(text => Markup().IsMatch(text)));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<string> Texts(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        for (var at = 0; at < code.Length;)
        {
            var value = code[at++] is var first && first == 0xFE ? (short)(0xFE00 | code[at++]) : first;
            var operation = Codes[value];
            if (operation == OpCodes.Ldstr) yield return method.Module.ResolveString(BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)));
            at += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)),
                _ => 4,
            };
        }
    }

    [GeneratedRegex("</?[A-Za-z][A-Za-z0-9]*(?:[\\s>/]|$)|</$|<!|\\]\\([^)]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
