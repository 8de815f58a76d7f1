namespace SynthNotebooks.Tests;

/// <summary>The folder of real tables, named by the variable SYNTHNB_DATA; tests that need one skip visibly without it.</summary>
internal static class RealTables
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("SYNTHNB_DATA") is { Length: > 0 } folder
        && Directory.Exists(folder) ? folder : null;

    public static string Path(string file) =>
        System.IO.Path.Combine(Folder ?? throw new InvalidOperationException("SYNTHNB_DATA is not set."), file);
}

/// <summary>A fact that needs the real tables.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealTableFactAttribute : FactAttribute
{
    public RealTableFactAttribute()
    {
        if (RealTables.Folder is null) Skip = "SYNTHNB_DATA does not name the folder of real tables.";
    }
}

/// <summary>A theory that needs the real tables.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealTableTheoryAttribute : TheoryAttribute
{
    public RealTableTheoryAttribute()
    {
        if (RealTables.Folder is null) Skip = "SYNTHNB_DATA does not name the folder of real tables.";
    }
}
