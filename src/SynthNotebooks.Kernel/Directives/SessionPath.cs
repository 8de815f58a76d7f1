namespace SynthNotebooks.Kernel.Directives;

/// <summary>Paths as magics take them: quoted or not, relative to the notebook or to the file that names them.</summary>
internal static class SessionPath
{
    /// <exception cref="DirectiveException">There is no such file.</exception>
    public static string Existing(ISessionServices session, string argument, string magic)
    {
        var path = argument.Trim().Trim('"');
        if (path.Length == 0) throw new DirectiveException($"{magic} needs the path of a file.");
        var full = Path.GetFullPath(path, session.Folder);
        return File.Exists(full) ? full : throw new DirectiveException($"{magic}: there is no file '{path}'.");
    }
}
