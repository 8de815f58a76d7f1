namespace SynthNotebooks.Kernel.Install;

/// <summary>A folder in which Jupyter looks for kernels: <c>share/jupyter/kernels</c> of something.</summary>
/// <remarks>Source: jupyter_core, paths.py (jupyter_data_dir and its environment variables).</remarks>
/// <param name="Kernels">The folder; need not exist.</param>
public sealed record KernelSpecLocation(string Kernels)
{
    /// <summary>The user's own: <c>JUPYTER_DATA_DIR</c>, or the platform's place for Jupyter data.</summary>
    /// <param name="environment">Looks up an environment variable; null for one that is not set.</param>
    /// <exception cref="InvalidOperationException">There is no home directory to put it in.</exception>
    public static KernelSpecLocation User(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return new KernelSpecLocation(Path.Combine(UserData(environment), "kernels"));
    }

    /// <summary>The Python environment's: <c>CONDA_PREFIX</c>, <c>VIRTUAL_ENV</c>, or the prefix of the <c>python3</c> (else <c>python</c>) on <c>PATH</c>.</summary>
    /// <param name="environment">Looks up an environment variable; null for one that is not set.</param>
    /// <exception cref="InvalidOperationException">None of them is there.</exception>
    public static KernelSpecLocation SysPrefix(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var prefix = Set("VIRTUAL_ENV") ?? Set("CONDA_PREFIX") ?? PythonPrefix(environment("PATH") ?? "")
            ?? throw new InvalidOperationException("--sys-prefix needs VIRTUAL_ENV, CONDA_PREFIX, or a python3 on PATH; none was found. Use --user or --prefix DIR.");
        return Prefix(prefix);

        string? Set(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>A prefix's.</summary>
    /// <param name="prefix">The folder that holds <c>share</c>.</param>
    public static KernelSpecLocation Prefix(string prefix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        return new KernelSpecLocation(Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels"));
    }

    private static string UserData(Func<string, string?> environment)
    {
        if (environment("JUPYTER_DATA_DIR") is { Length: > 0 } data) return data;
        if (OperatingSystem.IsWindows())
            return Path.Combine(environment("APPDATA") ?? throw NoHome("APPDATA"), "jupyter");
        var home = environment("HOME") is { Length: > 0 } set ? set : throw NoHome("HOME");
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Jupyter");
        return Path.Combine(environment("XDG_DATA_HOME") is { Length: > 0 } xdg ? xdg : Path.Combine(home, ".local", "share"), "jupyter");
    }

    private static InvalidOperationException NoHome(string variable) =>
        new($"The environment variable {variable} is not set; set it or JUPYTER_DATA_DIR, or use --prefix DIR.");

    private static string? PythonPrefix(string path)
    {
        foreach (var name in OperatingSystem.IsWindows() ? new[] { "python.exe" } : ["python3", "python"])
        {
            foreach (var folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            {
                if (!File.Exists(Path.Combine(folder, name))) continue;
                return OperatingSystem.IsWindows() ? folder : Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder));
            }
        }
        return null;
    }
}
