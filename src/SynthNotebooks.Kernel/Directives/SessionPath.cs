namespace SynthNotebooks.Kernel.Directives;

/// <summary>Paths as magics take them: quoted or not, relative to the notebook or to the file that names them.</summary>
internal static class SessionPath
{
    /// <exception cref="DirectiveException">There is no such file.</exception>
    public static string Existing(ISessionServices session, string argument, string magic)
    {
        var path = argument.Trim();
        if (path.StartsWith('\'')) throw new DirectiveException($"{magic}: a path is quoted with double quotes, not with single ones.");
        if (path.Count(c => c == '"') is not (0 or 2) || (path.Contains('"') && !(path.StartsWith('"') && path.EndsWith('"'))))
            throw new DirectiveException($"{magic} takes one path, in double quotes if it holds blanks; it got {path}");
        path = path.Trim('"');
        if (path.Length == 0) throw new DirectiveException($"{magic} needs the path of a file.");
        if (path.Contains("://", StringComparison.Ordinal)) throw new DirectiveException($"{magic} reads files of this machine; download '{path}' first.");
        var full = Path.GetFullPath(path, session.Folder);
        if (Directory.Exists(full)) throw new DirectiveException($"{magic}: '{path}' is a folder, not a file.");
        return File.Exists(full) ? full : throw new DirectiveException($"{magic}: there is no file '{path}'.");
    }
}
