using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>A magic as .NET Interactive offers it.</summary>
/// <remarks>
/// The line is read by the toolkit's own parser, so that the same text means the same in both kernels. Options are described to the other
/// kernel for its completion and its hover texts, none as required: it would refuse <c>--help</c> alone, and its message would not say what is accepted.
/// </remarks>
public sealed class InteractiveMagic
{
    private readonly MagicCommand _command;
    private readonly InteractiveKernel _kernel;

    internal InteractiveMagic(MagicCommand command, InteractiveKernel kernel) => (_command, _kernel) = (command, kernel);

    /// <summary>With the leading <c>#!</c>.</summary>
    public string Name => _command.Magic.Name;

    /// <summary>One sentence and an example.</summary>
    public string Description => $"{_command.Magic.Description} Example: {_command.Magic.Example}";

    /// <summary>Its own options, those that it passes on, and <c>--help</c>; each name once.</summary>
    public IReadOnlyList<InteractiveOption> Options => [.. _command.Magic.Parameters.Select(Own), .. PassedOn(), new("--help", "Shows usage and options.", IsFlag: true)];

    /// <summary>All magics of the toolkit, in ordinal order of their names.</summary>
    public static IReadOnlyList<InteractiveMagic> All(InteractiveKernel kernel) => All(kernel, Toolkit.Default);

    /// <summary>As above, with another toolkit.</summary>
    internal static IReadOnlyList<InteractiveMagic> All(InteractiveKernel kernel, Toolkit toolkit) =>
        [.. new MagicCatalog(toolkit).Commands.Select(command => new InteractiveMagic(command, kernel))];

    /// <summary>Runs one line.</summary>
    /// <param name="line">Text that holds the magic's name; what stands before it is left out.</param>
    /// <param name="display">Shows a value and gives the way to replace it.</param>
    /// <param name="cancellation">Stops the run within 0.5 s.</param>
    /// <returns>Null when it is done or was stopped; else what to tell the user.</returns>
    public async Task<string?> RunAsync(string line, Func<object, Action<object>> display, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(display);
        try
        {
            var start = line.IndexOf(Name, StringComparison.Ordinal);
            await _command.RunAsync(start < 0 ? line : line[(start + Name.Length)..], new InteractiveHost(_kernel, display), cancellation);
            return null;
        }
        catch (MagicException error)
        {
            return VisibleLines.Of($"{Name}: {error.Message}");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Values of an option that fit where the cursor stands; never throws for what a user typed.</summary>
    /// <param name="option">One of <see cref="Options"/>.</param>
    /// <param name="cell">The cell; null when it is not known.</param>
    /// <param name="line">Line of the cursor in the cell, from 0.</param>
    /// <param name="character">Column of the cursor, UTF-16, from 0.</param>
    public IReadOnlyList<MagicCompletion> Values(InteractiveOption option, string? cell = null, int line = 0, int character = 0)
    {
        ArgumentNullException.ThrowIfNull(option);
        var typed = ArgumentsUpTo(cell, line, character) ?? (option.IsPositional ? "" : option.Name + " ");
        var found = _command.Complete(typed, typed.Length, new InteractiveVariables(_kernel), _kernel.Folder());
        return [.. found.Items.Where(item => item.Kind != "option")];
    }

    private string? ArgumentsUpTo(string? cell, int line, int character)
    {
        var lines = cell?.ReplaceLineEndings("\n").Split('\n') ?? [];
        if (line < 0 || line >= lines.Length || !lines[line].StartsWith(Name, StringComparison.Ordinal)) return null;
        var end = Math.Clamp(character, 0, lines[line].Length);
        return end < Name.Length ? null : lines[line][Name.Length..end];
    }

    private static InteractiveOption Own(MagicParameter parameter) =>
        new("--" + parameter.Name, Described(parameter) + (parameter.IsRequired ? " Required." : ""), parameter.IsPositional, parameter.IsFlag);

    // Models share names of options; each name is declared once, with what it means for each of them.
    private IEnumerable<InteractiveOption> PassedOn() => _command.Magic.PassThrough
        .Where(option => _command.Magic.Find(option.Name) is null)
        .GroupBy(option => option.Name)
        .Select(same => new InteractiveOption("--" + same.Key, string.Join(" ", same.GroupBy(Described).Select(text => $"{string.Join(", ", text.Select(option => option.Group))}: {text.Key}"))));

    private static string Described(MagicParameter parameter) =>
        parameter.IsFlag ? parameter.Documentation : $"{parameter.Documentation} Takes {ArgumentText.Kind(parameter)}.".TrimStart();
}
