namespace SynthNotebooks.Tests;

/// <summary>Files of the checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "SynthNotebooks.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No SynthNotebooks.sln above {AppContext.BaseDirectory}.");
    }
}
