namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Code of a cell called <c>Environment.Exit</c>: the cell ends, the session goes on.</summary>
internal sealed class CellExitException(int exitCode) : Exception(
    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Environment.Exit({exitCode}) ended the cell; the kernel goes on with all variables. Restart the kernel to begin anew."));
