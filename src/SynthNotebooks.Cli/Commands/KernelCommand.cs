using System.CommandLine;
using System.Reflection;
using SynthNotebooks.Cli.Hosting;
using SynthNotebooks.Kernel.Install;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Server;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Wire;
using SynthNotebooks.Notebooks;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb kernel install|uninstall|list|start</summary>
internal sealed class KernelCommand(Tool tool) : IToolCommand
{
    private readonly Option<bool> _user = new("--user") { Description = "The user's own kernels (default)" };
    private readonly Option<bool> _sysPrefix = new("--sys-prefix") { Description = "The Python environment's kernels" };
    private readonly Option<string?> _prefix = new("--prefix") { Description = "DIR/share/jupyter/kernels" };
    private readonly Option<string> _name = new("--name") { Description = "Name of the kernel", DefaultValueFactory = _ => KernelSpec.DefaultName };
    private readonly Option<bool> _force = new("--force") { Description = "Replace or remove another program's kernel of that name" };
    private readonly Argument<string> _connection = new("CONNECTION_FILE") { Description = "Written by Jupyter" };

    public Command Create()
    {
        var install = new Command("install", "Install the Jupyter kernel.") { _user, _sysPrefix, _prefix, _name, _force };
        install.SetAction(Install);
        var uninstall = new Command("uninstall", "Remove the Jupyter kernel.") { _user, _sysPrefix, _prefix, _name, _force };
        uninstall.SetAction(Uninstall);
        var list = new Command("list", "List the kernels of a location.") { _user, _sysPrefix, _prefix };
        list.SetAction(List);
        var start = new Command("start", "Run the kernel; Jupyter calls this.") { _connection };
        start.Hidden = true;
        start.SetAction((arguments, cancellation) => StartAsync(arguments.GetRequiredValue(_connection), cancellation));
        return new Command("kernel", "Install, remove or list the Jupyter kernel.") { install, uninstall, list, start };
    }

    private int Install(ParseResult arguments)
    {
        var launcher = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        var spec = new KernelSpec { Argv = [launcher, "kernel", "start", "{connection_file}"] };
        var kernel = new KernelSpecInstaller(Location(arguments)).Install(spec, arguments.GetRequiredValue(_name), arguments.GetValue(_force));
        tool.Output.WriteLine($"{kernel.Name} ({kernel.DisplayName}) is installed in {kernel.Folder}");
        return Tool.Done;
    }

    private int Uninstall(ParseResult arguments)
    {
        var location = Location(arguments);
        var name = arguments.GetRequiredValue(_name);
        if (!new KernelSpecInstaller(location).Uninstall(name, arguments.GetValue(_force)))
            throw new KernelSpecException($"There is no kernel '{name}' in {location.Kernels}.");
        tool.Output.WriteLine($"{name} is removed from {location.Kernels}");
        return Tool.Done;
    }

    private int List(ParseResult arguments)
    {
        var location = Location(arguments);
        var kernels = new KernelSpecInstaller(location).List();
        if (kernels.Count == 0) tool.Errors.WriteLine($"There are no kernels in {location.Kernels}.");
        foreach (var kernel in kernels)
            tool.Output.WriteLine($"{kernel.Name,-20} {kernel.DisplayName,-32} {kernel.Folder}");
        return Tool.Done;
    }

    private KernelSpecLocation Location(ParseResult arguments)
    {
        var prefix = arguments.GetValue(_prefix);
        var sysPrefix = arguments.GetValue(_sysPrefix);
        if ((prefix is null ? 0 : 1) + (sysPrefix ? 1 : 0) + (arguments.GetValue(_user) ? 1 : 0) > 1)
            throw new UsageException("--user, --sys-prefix and --prefix exclude each other.");
        if (prefix is not null) return KernelSpecLocation.Prefix(prefix);
        return sysPrefix ? KernelSpecLocation.SysPrefix(Environment.GetEnvironmentVariable) : KernelSpecLocation.User(Environment.GetEnvironmentVariable);
    }

    private static async Task<int> StartAsync(string connectionFile, CancellationToken cancellation)
    {
        _ = CSharpSession.WarmUpCompilerAsync(cancellation); // while connection, session and client find each other
        var connection = ConnectionInfo.Load(connectionFile);
        var folder = Environment.CurrentDirectory;
        var session = Task.Run<ICodeSession>(
            () =>
            {
                var created = LaboratorySession.Create(folder);
                _ = created.WarmUpAsync(cancellation); // beside the first cell, never before it
                return created;
            },
            cancellation);
        var history = JupyterKernel.HistoryFolderOf(Environment.GetEnvironmentVariable);
        await using var kernel = new JupyterKernel(connection, session, Identity(), TimeProvider.System, history) { Log = Console.Error.WriteLine };
        kernel.Comms.Register(new LiveTarget(Toolkit.Default.Live, () => new KernelNotebookHost(((CSharpSession)session.Result).Variables, folder, shown: null)));
        using var stop = cancellation.Register(kernel.Interrupt); // Ctrl+C in a terminal interrupts the cell, as in other kernels
        using var watch = new CancellationTokenSource();
        await Task.WhenAny(kernel.Completion, ParentWatch.GoneAsync(Environment.GetEnvironmentVariable, watch.Token));
        await watch.CancelAsync();
        return Tool.Done;
    }

    private static KernelIdentity Identity()
    {
        var version = typeof(KernelCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        return new("synthnotebooks", version, $"SynthNotebooks {version}: C# 14 on .NET {Environment.Version}. #!lsmagic lists the magic commands.", "14.0");
    }
}
