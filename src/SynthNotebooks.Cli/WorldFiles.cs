using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Cli;

/// <summary>Writes the tables of a scenario as CSV files in one pass.</summary>
internal static class WorldFiles
{
    /// <summary>Into a folder, one file TABLE.csv a table; or, for one table, into a file when the path ends in .csv.</summary>
    /// <returns>The files and their numbers of rows.</returns>
    public static IReadOnlyList<(string File, long Rows)> Write(string path, ScenarioRun run, IReadOnlyList<string>? tables)
    {
        var wanted = tables ?? run.Scenario.Tables;
        var asFile = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        if (asFile && wanted.Count != 1)
            throw new ArgumentException($"--out is '{path}', one file, but there are {wanted.Count} tables ({string.Join(", ", wanted)}); name a folder, or one table with --tables.");
        if (!asFile) Directory.CreateDirectory(path);
        var files = wanted.Distinct().ToDictionary(table => table, table => new OpenFile(asFile ? path : Path.Combine(path, table + ".csv")), StringComparer.Ordinal);
        var done = false;
        try
        {
            foreach (var (table, chunk) in run.Stream(wanted)) files[table].Write(chunk);
            foreach (var (table, file) in files)
                if (file.Rows == 0) file.Write(run.Empty(table));
            done = true;
        }
        finally
        {
            foreach (var file in files.Values)
            {
                file.Whole = done;
                file.Dispose();
            }
        }
        return [.. wanted.Select(table => (files[table].Path, files[table].Rows))];
    }

    // Readers see whole files only: written beside the target, renamed at the end
    private sealed class OpenFile : IDisposable
    {
        private readonly FileStream _stream;
        private readonly CsvTableWriter _writer;

        public OpenFile(string path)
        {
            Path = path;
            _stream = new FileStream(path + ".partial", FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
            _writer = new CsvTableWriter(_stream);
        }

        public string Path { get; }

        public long Rows { get; private set; }

        public void Write(DataFrame chunk)
        {
            _writer.Write(chunk);
            Rows += chunk.Rows.Count;
        }

        /// <summary>Whether all rows were written; otherwise nothing stays behind.</summary>
        public bool Whole { get; set; }

        public void Dispose()
        {
            if (Whole) _writer.Dispose();
            _stream.Dispose();
            if (Whole) File.Move(Path + ".partial", Path, overwrite: true);
            else File.Delete(Path + ".partial");
        }
    }
}
