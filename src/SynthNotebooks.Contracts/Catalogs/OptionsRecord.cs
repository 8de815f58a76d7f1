using System.Globalization;
using System.Reflection;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Describes a record of options, and makes one from names and texts as users give them.</summary>
/// <remarks>
/// An option is a parameter of the record's public constructor. Its legal range is read from its documentation, where it stands as
/// <c>legal A to B</c>; the class that takes the record checks it too.
/// </remarks>
public sealed class OptionsRecord
{
    private readonly ConstructorInfo _constructor;
    private readonly ParameterInfo[] _parameters;

    private OptionsRecord(Type type)
    {
        Type = type;
        _constructor = type.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).FirstOrDefault()
            ?? throw new ArgumentException($"{type} has no public constructor.", nameof(type));
        _parameters = _constructor.GetParameters();
        if (_parameters.FirstOrDefault(parameter => !parameter.HasDefaultValue) is { } required)
            throw new ArgumentException($"Option '{required.Name}' of {type} has no default.", nameof(type));
        Parameters = [.. _parameters.Select(Describe)];
    }

    /// <summary>The record.</summary>
    public Type Type { get; }

    /// <summary>The options in the order of the constructor.</summary>
    public IReadOnlyList<OptionParameter> Parameters { get; }

    /// <summary>The description of a record.</summary>
    /// <exception cref="ArgumentException">It has no public constructor, or a parameter without a default.</exception>
    public static OptionsRecord Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new(type);
    }

    /// <summary>Makes the record.</summary>
    /// <param name="options">Name and text of those options that differ from their defaults; null for none.</param>
    /// <exception cref="ArgumentException">An option is unknown (the message tells the nearest), or its text is not legal (the message tells what is).</exception>
    public object Bind(IReadOnlyDictionary<string, string>? options)
    {
        options ??= new Dictionary<string, string>();
        foreach (var name in options.Keys)
            if (!Parameters.Any(parameter => parameter.Name == name)) throw new ArgumentException(UnknownColumn.Message("option", name, Parameters.Select(parameter => parameter.Name)), nameof(options));
        return _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null,
            [.. Parameters.Select(parameter => options.TryGetValue(parameter.Name, out var text) ? Parse(parameter, text) : parameter.Default)], CultureInfo.InvariantCulture);
    }

    /// <summary>Name and text of every option of a record that is not null, such that <see cref="Bind"/> makes an equal record.</summary>
    public IReadOnlyDictionary<string, string> Describe(object options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _parameters.Length; i++)
        {
            var value = Type.GetProperty(_parameters[i].Name!, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase)?.GetValue(options);
            if (value is not null) texts.Add(Parameters[i].Name, Text(value));
        }
        return texts;
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        Enum choice => OptionNames.Kebab(choice.ToString()),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private OptionParameter Describe(ParameterInfo parameter)
    {
        var text = XmlDocumentation.Parameter(Type, parameter.Name!);
        var range = LegalRange.In(text);
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var value = type.IsEnum && parameter.DefaultValue is { } number ? Enum.ToObject(type, number) : parameter.DefaultValue;
        return new(OptionNames.Kebab(parameter.Name!), type, value, text, range?.Minimum, range?.Maximum);
    }

    private static object Parse(OptionParameter parameter, string text)
    {
        var type = parameter.Type;
        if (type == typeof(string)) return text;
        if (type == typeof(bool)) return bool.TryParse(text, out var flag) ? flag : throw Illegal(parameter, text, "true or false");
        if (type.IsEnum)
        {
            var name = Enum.GetNames(type).FirstOrDefault(name => string.Equals(OptionNames.Kebab(name), text, StringComparison.OrdinalIgnoreCase) || string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
            return name is null ? throw Illegal(parameter, text, "one of " + string.Join(", ", parameter.Choices)) : Enum.Parse(type, name);
        }
        var whole = type != typeof(double) && type != typeof(float) && type != typeof(decimal);
        var accepted = (whole ? "a whole number" : "a number")
            + (parameter is { Minimum: { } low, Maximum: { } high } ? string.Create(CultureInfo.InvariantCulture, $" of {low} to {high}") : "");
        try
        {
            var value = whole && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && !ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? throw Illegal(parameter, text, accepted)
                : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
            var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
            return number >= (parameter.Minimum ?? double.MinValue) && number <= (parameter.Maximum ?? double.MaxValue)
                ? value
                : throw Illegal(parameter, text, accepted);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or InvalidCastException)
        {
            throw Illegal(parameter, text, accepted);
        }
    }

    private static ArgumentException Illegal(OptionParameter parameter, string text, string accepted) =>
        new($"Option '{parameter.Name}' is '{text}'; it must be {accepted}.", parameter.Name);
}
