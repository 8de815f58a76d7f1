using System.CommandLine;

namespace SynthNotebooks.Cli.Commands;

internal sealed class RunCommand(Tool tool)
{
    public Command Create()
    {
        _ = tool;
        return new("run", "Run a notebook.");
    }
}
