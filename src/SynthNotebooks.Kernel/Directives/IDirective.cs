using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary>A magic command: a line that begins with its name, in a cell of C#.</summary>
/// <remarks>The seam by which a host program adds its own magics; the kernel's built-in ones use it too.</remarks>
public interface IDirective
{
    /// <summary>With the leading <c>#!</c>.</summary>
    string Name { get; }

    /// <summary>One line for <c>#!lsmagic</c> and completion.</summary>
    string Description { get; }

    /// <summary>Runs the line. A failure is a <see cref="DirectiveException"/>; its message is shown without a stack.</summary>
    Task RunAsync(DirectiveCall call, CancellationToken interrupt);

    /// <summary>Completions of the text after the name.</summary>
    /// <param name="arguments">Everything after the name on that line.</param>
    /// <param name="position">UTF-16 position within <paramref name="arguments"/>.</param>
    /// <param name="variables">The session's variables.</param>
    CompletionList Complete(string arguments, int position, ISessionVariables variables);

    /// <summary>What inspection shows: usage, options, defaults. Plain text.</summary>
    string Help { get; }
}

/// <summary>One call of a directive.</summary>
/// <param name="Arguments">Everything after the name on that line, trimmed at the end.</param>
/// <param name="Body">The rest of the cell for cell magics such as <c>#!html</c>; empty for line magics.</param>
/// <param name="Output">Where displays go.</param>
/// <param name="Variables">The session's variables, to read and set.</param>
public sealed record DirectiveCall(string Arguments, string Body, ICellOutput Output, ISessionVariables Variables);

/// <summary>The C# variables of a session.</summary>
public interface ISessionVariables
{
    /// <summary>Name and declared type of every variable, newest declaration of a name only.</summary>
    IReadOnlyList<SessionVariable> List();

    /// <summary>Reads a variable.</summary>
    bool TryGet(string name, out object? value);

    /// <summary>Declares (or redeclares) a variable so that the next lines of C# see it under its type.</summary>
    /// <exception cref="DirectiveException">The name is no C# identifier.</exception>
    Task SetAsync(string name, object? value, Type type);
}

/// <summary>A variable of a session.</summary>
public sealed record SessionVariable(string Name, Type Type);

/// <summary>A failure that the user can mend; shown as its message alone.</summary>
public sealed class DirectiveException(string message, Exception? inner = null) : Exception(message, inner);
