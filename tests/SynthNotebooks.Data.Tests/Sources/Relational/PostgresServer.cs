using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SynthNotebooks.Data.Tests.Sources.Relational;

/// <summary>A PostgreSQL server of our own in a temporary folder, on a free port of this machine, gone with the tests.</summary>
public sealed class PostgresServer : IDisposable
{
    private const string Password = "p@ss:word/1";
    private static readonly string? Binaries = Find();
    private readonly string _folder = Directory.CreateTempSubdirectory("synthnb-pg").FullName;
    private readonly Process? _server;

    public PostgresServer()
    {
        if (Binaries is null) return;
        Port = FreePort();
        var data = Path.Combine(_folder, "data");
        var secret = Path.Combine(_folder, "secret");
        File.WriteAllText(secret, Password);
        if (Environment.UserName == "root") Run("chown", ["-R", "postgres", _folder], asPostgres: false);
        Run(Path.Combine(Binaries, "initdb"), ["-D", data, "-U", "tester", "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8", "--no-sync"]);
        _server = Start(Path.Combine(Binaries, "postgres"), ["-D", data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={_folder}", "-c", "fsync=off"], asPostgres: true);
        WaitUntilReady();
    }

    /// <summary>Why there is no server; null when there is one.</summary>
    public static string? Missing => Binaries is null ? "initdb is not installed (Debian: apt-get install postgresql)."
        : Environment.UserName == "root" && !File.Exists("/usr/bin/setpriv") ? "The server does not run as root, and setpriv is not there to change the user." : null;

    public int Port { get; }

    public string Uri(string rest) => $"postgresql://tester:{System.Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/{rest}";

    public void Execute(string sql)
    {
        using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={Port};Username=tester;Password={Password};Database=postgres;Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        if (_server is not null)
        {
            _server.Kill(entireProcessTree: true);
            _server.WaitForExit(10_000);
            _server.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private void WaitUntilReady()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Execute("select 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 300 && !_server!.HasExited)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static void Run(string program, string[] arguments, bool asPostgres = true)
    {
        using var process = Start(program, arguments, asPostgres);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with status {process.ExitCode}.");
    }

    private static Process Start(string program, string[] arguments, bool asPostgres)
    {
        string[] command = asPostgres && Environment.UserName == "root"
            ? ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]
            : [program, .. arguments];
        var info = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in command.Skip(1)) info.ArgumentList.Add(argument);
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).ToList();
        if (Directory.Exists("/usr/lib/postgresql"))
            folders.AddRange(Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")));
        return folders.Find(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A fact that needs a PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}
