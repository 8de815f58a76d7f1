using System.CommandLine;

namespace SynthNotebooks.Cli.Commands;

/// <summary>One command of the tool; <see cref="Tool"/> lists them in the order of its help.</summary>
internal interface IToolCommand
{
    /// <summary>Its arguments, options and what it does.</summary>
    Command Create();
}
