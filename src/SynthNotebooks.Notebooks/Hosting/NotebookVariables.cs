using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Interactive;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Notebooks.Hosting;

/// <summary>Typed access to a notebook's variables, with errors that tell what there is instead.</summary>
public static class NotebookVariables
{
    /// <summary>The variable's value; where a table is needed, one of Microsoft.Data.Analysis is copied.</summary>
    /// <exception cref="MagicException">No such variable, or it is null or of another type; the message names the variables of the type.</exception>
    public static T Require<T>(this INotebookHost host, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Variables.Require<T>(name);
    }

    /// <summary>As <see cref="Require{T}(INotebookHost, string)"/>; null when the name is null.</summary>
    public static T? Optional<T>(this INotebookHost host, string? name)
        where T : class => name is null ? null : host.Require<T>(name);

    /// <inheritdoc cref="Require{T}(INotebookHost, string)"/>
    public static T Require<T>(this INotebookVariables variables, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(name);
        var wanted = TypeNames.Of(typeof(T));
        if (!variables.TryGet(name, out var value))
            throw new MagicException(UnknownColumn.Message($"{wanted} variable", name, variables.NamesOf(typeof(T))) + Maker());
        return value switch
        {
            T typed => typed,
            not null when typeof(T) == typeof(DataFrame) && DataAnalysisFrame.Is(value) => (T)(object)DataAnalysisFrame.ToSynth(value),
            null => throw new MagicException($"Variable '{name}' is null, where a {wanted} is needed. {Known()}"),
            _ => throw new MagicException($"Variable '{name}' is a {TypeNames.Of(value.GetType())}, where a {wanted} is needed. {Known()}"),
        };

        string Maker() => variables.NamesOf(typeof(T)).Count > 0 ? "" : typeof(T) == typeof(DataFrame) ? $" Make it with #!load FILE --as {name}." : $" Make it with #!fit TABLE --model MODEL --as {name}.";

        string Known() => variables.NamesOf(typeof(T)) is { Count: > 0 } names
            ? $"{wanted} variables: {string.Join(", ", names)}."
            : $"There is no {wanted} variable yet.";
    }

    /// <summary>Names of the variables that hold a value of a type, in ordinal order.</summary>
    public static IReadOnlyList<string> NamesOf(this INotebookVariables variables, Type type)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(type);
        return [.. variables.List()
            .Where(variable => variables.TryGet(variable.Name, out var value) && (type.IsInstanceOfType(value) || (type == typeof(DataFrame) && DataAnalysisFrame.Is(value))))
            .Select(variable => variable.Name)
            .Order(StringComparer.Ordinal)];
    }
}
