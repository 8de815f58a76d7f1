using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Directives;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The variables of a session by name, newest declaration only; safe to read while a cell runs.</summary>
internal sealed class VariableTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (FieldInfo Field, object Owner)> _fields = new(StringComparer.Ordinal);

    /// <summary>Takes the variables of a piece of C# that has begun to run.</summary>
    public void Declare(object submission)
    {
        lock (_gate)
            foreach (var field in submission.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (!field.Name.Contains('<'))
                    _fields[field.Name] = (field, submission);
    }

    public IReadOnlyList<SessionVariable> List()
    {
        lock (_gate) return [.. _fields.Values.Select(f => new SessionVariable(f.Field.Name, f.Field.FieldType)).OrderBy(v => v.Name, StringComparer.Ordinal)];
    }

    public bool TryGet(string name, out object? value)
    {
        lock (_gate)
        {
            var found = _fields.TryGetValue(name, out var variable);
            value = found ? variable.Field.GetValue(variable.Owner) : null;
            return found;
        }
    }

    /// <summary>Writes a variable that exists under exactly this type.</summary>
    public bool TrySet(string name, object? value, Type type)
    {
        lock (_gate)
        {
            if (!_fields.TryGetValue(name, out var variable) || variable.Field.FieldType != type || variable.Field.IsInitOnly || variable.Field.IsLiteral) return false;
            variable.Field.SetValue(variable.Owner, value);
            return true;
        }
    }
}
