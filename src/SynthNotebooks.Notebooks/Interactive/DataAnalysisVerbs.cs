using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>Writes the C# that gives <c>Microsoft.Data.Analysis.DataFrame</c> the verbs of this library; a notebook that has the type compiles it.</summary>
/// <remarks>
/// A verb is a public extension method of this library with a table among its parameters. Each gets a twin on their table. Where several
/// tables are needed, the first may be theirs or ours and all others are of one library, theirs or ours.
/// </remarks>
public static class DataAnalysisVerbs
{
    private const string Theirs = "global::" + DataAnalysisFrame.TypeName;

    /// <summary>Extension methods as top-level declarations of a script, the conversions <c>ToSynth()</c> and <c>ToDataAnalysis()</c> first.</summary>
    public static string Source()
    {
        var (ours, bridge) = (CSharpTypes.Of(typeof(DataFrame)), CSharpTypes.Of(typeof(DataAnalysisFrame)));
        var text = new StringBuilder()
            .Append($"public static {ours} ToSynth(this {Theirs} frame) => {bridge}.ToSynth(frame);\n")
            .Append($"public static {Theirs} ToDataAnalysis(this {ours} frame) => ({Theirs}){bridge}.FromSynth(frame, typeof({Theirs}));\n");
        foreach (var verb in Verbs()) Append(text, verb);
        return text.ToString();
    }

    internal static IEnumerable<MethodInfo> Verbs() => typeof(DataAnalysisVerbs).Assembly.GetExportedTypes()
        .Where(type => type is { IsAbstract: true, IsSealed: true })
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.IsDefined(typeof(ExtensionAttribute)) && !method.IsGenericMethod && method.GetParameters().Any(IsTable));

    private static bool IsTable(ParameterInfo parameter) => parameter.ParameterType == typeof(DataFrame);

    private static void Append(StringBuilder text, MethodInfo verb)
    {
        var parameters = verb.GetParameters();
        var others = parameters.Skip(1).Where(IsTable).ToArray();
        if (IsTable(parameters[0]))
        {
            Append(text, verb, theirReceiver: true, theirOthers: true);
            // Two twins that differ in optional tables alone could not be told apart in a call without them.
            if (others.Any(other => !other.HasDefaultValue)) Append(text, verb, theirReceiver: true, theirOthers: false);
        }
        if (others.Any(other => !other.HasDefaultValue)) Append(text, verb, theirReceiver: false, theirOthers: true);
    }

    private static void Append(StringBuilder text, MethodInfo verb, bool theirReceiver, bool theirOthers)
    {
        var parameters = verb.GetParameters();
        bool IsTheirs(ParameterInfo parameter) => IsTable(parameter) && (parameter.Position == 0 ? theirReceiver : theirOthers);
        var declared = parameters.Select(parameter =>
            $"{Prefix(parameter)}{(IsTheirs(parameter) ? Theirs : CSharpTypes.Of(parameter.ParameterType))} @{parameter.Name}{Default(parameter)}");
        var passed = parameters.Select(parameter => !IsTheirs(parameter) ? $"@{parameter.Name}"
            : parameter.HasDefaultValue ? $"@{parameter.Name} is null ? null : @{parameter.Name}.ToSynth()"
            : $"@{parameter.Name}.ToSynth()");
        text.Append($"public static {CSharpTypes.Of(verb.ReturnType)} {verb.Name}({string.Join(", ", declared)}) => {CSharpTypes.Of(verb.DeclaringType!)}.{verb.Name}({string.Join(", ", passed)});\n");
    }

    private static string Prefix(ParameterInfo parameter) =>
        parameter.Position == 0 ? "this " : parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue) return "";
        return " = " + parameter.DefaultValue switch
        {
            null => "default",
            bool flag => flag ? "true" : "false",
            string word => "@\"" + word.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"",
            _ when (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType).IsEnum => $"({CSharpTypes.Of(parameter.ParameterType)}){Convert.ToInt64(parameter.DefaultValue, CultureInfo.InvariantCulture)}",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => throw new NotSupportedException($"{parameter.Member.Name}({parameter.Name}): a default of type {other.GetType()} cannot be written."),
        };
    }
}
