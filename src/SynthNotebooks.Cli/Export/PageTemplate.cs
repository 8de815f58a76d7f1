namespace SynthNotebooks.Cli.Export;

/// <summary>The frame of an exported page: head, style, content policy.</summary>
internal static class PageTemplate
{
    private const string Style = """
        :root { color-scheme: light; --ink: #1f2933; --soft: #52606d; --line: #d9e2ec; --panel: #f5f7fa; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #fff; color: var(--ink); font: 16px/1.6 system-ui, "Segoe UI", Roboto, "DejaVu Sans", Helvetica, Arial, sans-serif; }
        main { max-width: 1080px; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
        .prose { max-width: 46rem; }
        h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; } h2 { margin: 2.2rem 0 .6rem; font-size: 1.4rem; } h3 { margin: 1.6rem 0 .4rem; font-size: 1.1rem; }
        a { color: #0b5cad; }
        code, pre { font: 13.5px/1.5 ui-monospace, "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace; }
        .prose code { background: var(--panel); padding: .1em .3em; border-radius: 3px; }
        pre { margin: 0; padding: .8rem 1rem; overflow-x: auto; white-space: pre; }
        .cell { margin: 1.2rem 0; }
        .code { background: var(--panel); border: 1px solid var(--line); border-left: 4px solid #0b5cad; border-radius: 4px; }
        .stream { padding: .6rem 1rem; } .stderr { background: #fff8e6; } .error { background: #fdecea; color: #7a1c12; }
        .output { margin: .8rem 0; overflow-x: auto; } figure { margin: 0; } figure svg { max-width: 100%; height: auto; display: block; }
        table { border-collapse: collapse; font-size: .9rem; } caption { text-align: left; color: var(--soft); padding: .3rem 0; caption-side: top; }
        th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: left; } td[align=right], th[align=right] { text-align: right; font-variant-numeric: tabular-nums; }
        th small { font-weight: 400; color: var(--soft); } th[scope=row] ~ td { white-space: nowrap; } .output tbody tr:hover { background: var(--panel); }
        blockquote { margin: 1rem 0; padding: .2rem 1rem; border-left: 4px solid var(--line); color: var(--soft); }
        .k { color: #0b5cad; } .s { color: #1a7f37; } .n { color: #9a3412; } .c { color: #6b7280; font-style: italic; } .m { color: #7c3aed; font-weight: 600; }
        footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; }
        @media print { main { max-width: none; padding: 0; } .cell { break-inside: avoid; } pre { white-space: pre-wrap; } .output { overflow-x: visible; } }
        """;

    public static string Wrap(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{PageText.Encode(title)}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <main>
        {body}<footer>Executed with SynthNotebooks. The same data, options and seed give the same page.</footer>
        </main>
        </body>
        </html>

        """;
}
