using System.Diagnostics;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Tests.Doubles;

/// <summary>Runs a script of the Python folder with the system's Python against a kernel: libzmq and jupyter_client as outside judges.</summary>
internal static class PythonScript
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Why the scripts cannot run here, or null.</summary>
    public static string? Missing { get; } =
        !File.Exists(Python) ? $"{Python} is not installed" : Run(["-c", "import zmq, jupyter_client"]).ExitCode != 0 ? "python3-zmq or jupyter-client is not installed" : null;

    /// <summary>Runs a script with the path of a connection file; fails the test with its output unless it succeeds.</summary>
    public static void Check(string name, ConnectionInfo connection, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, connection.ToJson());
            var (exitCode, output) = Run(["-W", "ignore", Path.Combine(AppContext.BaseDirectory, "Python", name), file, .. arguments]);
            Assert.True(exitCode == 0, output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int ExitCode, string Output) Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}

/// <summary>A test that needs the system's Python with zmq and jupyter_client; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = PythonScript.Missing;
}
