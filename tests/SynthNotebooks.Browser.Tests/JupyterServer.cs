using System.Diagnostics;
using System.Text.Json;

namespace SynthNotebooks.Browser.Tests;

/// <summary>A Jupyter server with our kernel on a free port of 127.0.0.1, in a folder of its own with copies of the shipped notebooks; ends with its kernels.</summary>
internal sealed class JupyterServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private JupyterServer(Process process, string folder, string url, string token) => (_process, Folder, Url, Token) = (process, folder, url, token);

    /// <summary>Holds <c>work</c>, which the server shows.</summary>
    public string Folder { get; }

    /// <summary>Ends with a slash.</summary>
    public string Url { get; }

    public string Token { get; }

    public static async Task<JupyterServer> StartAsync()
    {
        var tool = Environment.GetEnvironmentVariable("SYNTHNB_TOOL") ?? throw new InvalidOperationException("SYNTHNB_TOOL does not name the published tool.");
        var folder = Directory.CreateTempSubdirectory("synthnb-browser").FullName;
        foreach (var part in new[] { "notebooks", "datasets" }) Copy(Repository.Path(part), Path.Combine(folder, "work", part));
        await RunAsync(tool, "kernel", "install", "--prefix", Path.Combine(folder, "prefix"), "--force");
        var token = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        var start = new ProcessStartInfo("/usr/bin/jupyter-notebook",
        [
            "--no-browser", "--ip=127.0.0.1", $"--port={FreePort()}", "--allow-root", $"--NotebookApp.token={token}", $"--notebook-dir={Path.Combine(folder, "work")}",
            "--NotebookApp.use_redirect_file=False", "--Session.debug=False",
        ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = folder;
        start.Environment["JUPYTER_PATH"] = Path.Combine(folder, "prefix", "share", "jupyter");
        start.Environment["JUPYTER_DATA_DIR"] = Path.Combine(folder, "data");
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(folder, "config");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(folder, "runtime");
        start.Environment["SYNTHNB_LEDGER"] = Path.Combine(folder, "ledger");
        var process = Process.Start(start)!;
        var log = new StreamWriter(Path.Combine(folder, "server.log")) { AutoFlush = true };
        process.OutputDataReceived += (_, line) => { lock (log) log.WriteLine(line.Data); };
        process.ErrorDataReceived += (_, line) => { lock (log) log.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new JupyterServer(process, folder, await UrlAsync(process, folder), token);
        await server.UntilAsync(async () => (await server._http.GetAsync(new Uri(server.Address("api")))).IsSuccessStatusCode);
        return server;
    }

    /// <summary>Address with the token.</summary>
    public string Address(string path) => $"{Url}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}token={Token}";

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address("api/shutdown"));
            request.Headers.Add("Authorization", "token " + Token);
            await _http.SendAsync(request);
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or TaskCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
        _http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (await condition()) return;
            }
            catch (HttpRequestException) when (since.Elapsed < Patience)
            {
                // not listening yet
            }
            if (since.Elapsed > Patience) throw new TimeoutException($"The Jupyter server does not answer: {await File.ReadAllTextAsync(Path.Combine(Folder, "server.log"))}");
            await Task.Delay(100);
        }
    }

    // The server writes where it listens: another program may have taken the port meanwhile, and then it is the next one.
    private static async Task<string> UrlAsync(Process process, string folder)
    {
        var since = Stopwatch.StartNew();
        var runtime = Path.Combine(folder, "runtime");
        while (true)
        {
            if (process.HasExited || since.Elapsed > Patience) throw new InvalidOperationException($"The Jupyter server did not start: {await File.ReadAllTextAsync(Path.Combine(folder, "server.log"))}");
            if (Directory.Exists(runtime) && Directory.GetFiles(runtime, "nbserver-*.json") is [var file])
            {
                try
                {
                    using var facts = JsonDocument.Parse(await File.ReadAllTextAsync(file));
                    return facts.RootElement.GetProperty("url").GetString()!;
                }
                catch (JsonException)
                {
                    // half written
                }
            }
            await Task.Delay(100);
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {await errors}");
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from))
            if (Path.GetFileName(folder) is var name && !name.StartsWith('.')) Copy(folder, Path.Combine(to, name));
    }
}
