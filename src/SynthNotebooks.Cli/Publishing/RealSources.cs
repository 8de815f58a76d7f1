using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Leaks;
using SynthNotebooks.Notebooks.Leaks.Records;

namespace SynthNotebooks.Cli.Publishing;

/// <summary>The real tables of <c>--real</c>.</summary>
internal static class RealSources
{
    public static LeakScanner Scanner(string[]? sources) =>
        new([.. (sources ?? []).Select(source => new RealTable(Name(source), DataFrame.Load(source, new LoadOptions { Origin = DataOrigin.Real })))]);

    // The file, without the folder and without the password of a database.
    private static string Name(string source) => source.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(source, UriKind.Absolute, out var address)
        ? address.AbsolutePath.TrimStart('/') + address.Query
        : Path.GetFileName(source);
}
