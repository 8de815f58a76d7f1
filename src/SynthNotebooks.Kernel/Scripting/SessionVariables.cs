using Microsoft.CodeAnalysis.CSharp;
using SynthNotebooks.Kernel.Directives;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Lets magics and hosts read and declare variables of the C# session.</summary>
internal sealed class SessionVariables(SubmissionChain chain, DisplayIds displayIds, ErrorReport errors) : ISessionVariables
{
    public IReadOnlyList<SessionVariable> List() => chain.Variables.List();

    public bool TryGet(string name, out object? value) => chain.Variables.TryGet(name, out value);

    public async Task SetAsync(string name, object? value, Type type)
    {
        if (!SyntaxFacts.IsValidIdentifier(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
            throw new DirectiveException($"'{name}' is no name for a variable: it takes a letter or underscore, then letters, digits or underscores, and no keyword of C#.");
        if (chain.Variables.TrySet(name, value, type)) return;
        var code = TypeInCode(type);
        if (type.Assembly.Location is { Length: > 0 } path) chain.AddReference(path);
        var source = new CellSource("variable " + name, $"{code} {name} = global::{typeof(CellGuard).FullName}.TakeOver<{code}>();");
        var context = CellContext.Current ?? new CellContext(NullOutput.Instance, displayIds, errors, CancellationToken.None);
        // Off the cell's thread: an interrupt must not abort the compiler.
        await Task.Run(async () =>
        {
            var run = chain.Load(chain.Compile(source, CancellationToken.None));
            CellContext.Current = context;
            context.HandOver(value);
            await run().ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    // A type that C# cannot name (private, anonymous) is declared as the nearest one that it can.
    private static string TypeInCode(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
            if (TypeNames.InCode(t) is { } name) return t == typeof(object) ? "dynamic" : name;
        return "dynamic";
    }
}
