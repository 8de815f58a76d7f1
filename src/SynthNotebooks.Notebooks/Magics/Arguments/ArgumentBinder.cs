using System.Reflection;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Makes a magic's arguments record from a parsed line.</summary>
internal static class ArgumentBinder
{
    /// <exception cref="MagicException">A value does not fit its parameter.</exception>
    public static TArguments Bind<TArguments>(MagicArguments line, INotebookVariables variables)
        where TArguments : class
    {
        var constructor = Constructor(typeof(TArguments));
        var values = constructor.GetParameters().Select(parameter => Value(parameter, line, variables)).ToArray();
        return (TArguments)constructor.Invoke(values);
    }

    /// <summary>The constructor whose parameters are the options.</summary>
    public static ConstructorInfo Constructor(Type arguments) => arguments.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)
        ?? throw new InvalidOperationException($"{arguments} has no public constructor.");

    private static object? Value(ParameterInfo parameter, MagicArguments line, INotebookVariables variables)
    {
        if (parameter.GetCustomAttribute<PassThroughAttribute>() is not null)
            return line.Passed.ToDictionary(
                pair => pair.Key,
                pair => ArgumentConverter.Text(pair.Value, line.Magic.PassThrough.First(option => option.Name == pair.Key), variables),
                StringComparer.Ordinal);
        var described = line.Magic.Find(ArgumentText.Kebab(parameter.Name!))!;
        if (line.TryGet(described, out var token)) return ArgumentConverter.Convert(described, token, variables);
        return parameter.HasDefaultValue ? parameter.DefaultValue : null;
    }
}
