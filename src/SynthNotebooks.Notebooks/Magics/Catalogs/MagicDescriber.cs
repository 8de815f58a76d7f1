using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Reads what a magic takes from its arguments record.</summary>
internal static class MagicDescriber
{
    public static MagicDescriptor Describe(MagicAttribute magic, Type arguments, Toolkit toolkit)
    {
        var constructor = ArgumentBinder.Constructor(arguments).GetParameters();
        var own = constructor
            .Where(parameter => !parameter.IsDefined(typeof(PassThroughAttribute)))
            .Select(parameter => Describe(parameter, XmlDocumentation.Parameter(arguments, parameter.Name!)))
            .OrderByDescending(parameter => parameter.IsPositional)
            .ToArray();
        if (own.Count(parameter => parameter.IsPositional) > 1)
            throw new InvalidOperationException($"{magic.Name} has more than one positional argument.");
        var source = constructor.Select(parameter => parameter.GetCustomAttribute<PassThroughAttribute>()).FirstOrDefault(found => found is not null)?.Source;
        return new(magic.Name, magic.Description, magic.Example, own, source?.Options(toolkit) ?? [], source?.Chooser);
    }

    private static MagicParameter Describe(ParameterInfo parameter, string documentation)
    {
        var range = parameter.GetCustomAttribute<RangeAttribute>();
        var described = new MagicParameter(ArgumentText.Kebab(parameter.Name!), parameter.ParameterType, documentation)
        {
            IsPositional = parameter.IsDefined(typeof(PositionalAttribute)),
            IsRequired = !parameter.HasDefaultValue,
            Default = parameter.HasDefaultValue ? parameter.DefaultValue : null,
            Minimum = Bound(range?.Minimum),
            Maximum = Bound(range?.Maximum),
            IsNewVariable = parameter.IsDefined(typeof(NewVariableAttribute)),
            Completion = parameter.GetCustomAttribute<CompleteWithAttribute>()?.Source,
        };
        return Supported(described) ? described : throw new InvalidOperationException($"{parameter.Member.DeclaringType}.{parameter.Name}: {parameter.ParameterType} is no type of a magic's argument.");
    }

    private static bool Supported(MagicParameter parameter)
    {
        var type = ArgumentText.Underlying(parameter);
        return type == typeof(string) || type == typeof(bool) || type == typeof(double) || type == typeof(IReadOnlyList<string>)
            || type.IsEnum || ArgumentText.IsWhole(type);
    }

    // Infinity stands for an open end.
    private static double? Bound(object? bound) =>
        bound is not null && Convert.ToDouble(bound, CultureInfo.InvariantCulture) is var value && double.IsFinite(value) ? value : null;
}
