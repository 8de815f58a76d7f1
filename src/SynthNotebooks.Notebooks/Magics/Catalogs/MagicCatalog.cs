using System.Reflection;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>All magics, found by their attribute.</summary>
public sealed class MagicCatalog
{
    private readonly SortedDictionary<string, MagicCommand> _commands = new(StringComparer.Ordinal);

    /// <param name="toolkit">What the magics draw on.</param>
    /// <param name="assemblies">Where to look; this library when none is given.</param>
    /// <exception cref="InvalidOperationException">A class is no well-formed magic, or two have one name.</exception>
    public MagicCatalog(Toolkit toolkit, params IReadOnlyList<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(toolkit);
        ArgumentNullException.ThrowIfNull(assemblies);
        foreach (var assembly in assemblies.Count > 0 ? assemblies : [typeof(MagicCatalog).Assembly])
        {
            foreach (var type in assembly.GetTypes().Where(type => type.IsDefined(typeof(MagicAttribute), inherit: false)))
            {
                var command = MagicCommand.Of(type, toolkit);
                if (!_commands.TryAdd(command.Magic.Name, command))
                    throw new InvalidOperationException($"Two magics are named {command.Magic.Name}; one is {type}.");
            }
        }
    }

    /// <summary>All magics, in ordinal order of their names.</summary>
    public IReadOnlyCollection<MagicCommand> Commands => _commands.Values;

    /// <summary>The magic of a name.</summary>
    /// <param name="name">With the leading <c>#!</c>.</param>
    /// <exception cref="MagicException">There is none; the message tells the nearest.</exception>
    public MagicCommand this[string name] => _commands.TryGetValue(name, out var command)
        ? command
        : throw new MagicException(UnknownColumn.Message("magic", name, _commands.Keys));
}
