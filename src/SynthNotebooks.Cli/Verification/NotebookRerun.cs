using System.Diagnostics;
using System.Text;

namespace SynthNotebooks.Cli.Verification;

/// <summary>Runs a notebook in a process of its own, so that nothing of an earlier run is left: no statics, no formatter, no hash seed.</summary>
internal static class NotebookRerun
{
    /// <summary>Where requests go that must not leave the machine: nobody listens there.</summary>
    private const string Nowhere = "127.0.0.1:9";

    /// <param name="notebook">Full path; only read.</param>
    /// <param name="executed">Where the executed notebook is written.</param>
    /// <param name="options">Folder, time limit, network.</param>
    /// <param name="cancellation">Ends the process.</param>
    public static async Task<RerunOutcome> RunAsync(string notebook, string executed, VerificationOptions options, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = Command(notebook, executed, options) };
        var errors = new StringBuilder();
        var last = "";
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            lock (errors)
            {
                if (line.Data.StartsWith("done: ", StringComparison.Ordinal)) last = line.Data["done: ".Length..];
                else errors.Append(line.Data).Append('\n');
            }
        };
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return new(Verdict.TimedOut, string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"the run was ended after {options.Timeout.TotalSeconds:0.###} s (--timeout); {(last.Length > 0 ? $"the last cell that it finished is {last}" : "it had finished no cell")}"));
        }
        await process.WaitForExitAsync(CancellationToken.None); // until its streams are read
        if (process.ExitCode == Tool.Done) return new(Verdict.Verified, "");
        lock (errors) return new(Verdict.Failed, Explain(errors.ToString().Replace("synthnb: ", "", StringComparison.Ordinal).TrimEnd()));
    }

    private static string Explain(string message) => message.Contains(Nowhere, StringComparison.Ordinal)
        ? message + "\nRequests over HTTP fail while a notebook is verified, since what the network answers is no part of it; --network lets them through."
        : message;

    private static ProcessStartInfo Command(string notebook, string executed, VerificationOptions options)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var tool = typeof(Tool).Assembly.Location;
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "synthnb") start.FileName = Environment.ProcessPath!;
        else
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(tool);
        }
        foreach (var argument in new[] { "run", notebook, "--out", executed, "--folder", options.Folder ?? Path.GetDirectoryName(notebook)!, "--progress" }) start.ArgumentList.Add(argument);
        if (options.Network) return start;
        foreach (var variable in new[] { "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" }) start.Environment[variable] = "http://" + Nowhere;
        start.Environment["no_proxy"] = start.Environment["NO_PROXY"] = "localhost,127.0.0.1,::1";
        return start;
    }
}

/// <param name="Verdict">Verified when the run came to its end, Failed or TimedOut else.</param>
/// <param name="Message">Why not; empty when it did.</param>
internal sealed record RerunOutcome(Verdict Verdict, string Message);
