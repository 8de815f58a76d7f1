using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The functions of a piece of code that may call themselves, directly or through others.</summary>
/// <remarks>
/// Judged by names alone, so that nothing has to be bound: a function that shares its name with one in a cycle counts as recursive too,
/// which costs it some nanoseconds a call. Linear in the size of the code.
/// </remarks>
internal sealed class RecursiveNames
{
    private const string Creation = "new()", Indexer = "this[]", Text = "ToString";

    private readonly HashSet<string> _names;

    private RecursiveNames(HashSet<string> names) => _names = names;

    public static RecursiveNames In(SyntaxNode root)
    {
        var calls = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var function in root.DescendantNodes())
        {
            if (NameOf(function) is not { } name) continue;
            if (!calls.TryGetValue(name, out var called)) calls[name] = called = new HashSet<string>(StringComparer.Ordinal);
            called.UnionWith(CallsOf(function, name));
        }
        return new RecursiveNames(OnCycles(calls));
    }

    /// <summary>Whether a function, accessor or lambda needs to watch the stack.</summary>
    public bool Contains(SyntaxNode function) => _names.Count > 0 && NameOf(function is AccessorDeclarationSyntax { Parent.Parent: { } owner } ? owner : function) is { } name && _names.Contains(name);

    // What never calls anything that is left, or is never called by it, is on no cycle.
    private static HashSet<string> OnCycles(Dictionary<string, HashSet<string>> calls)
    {
        var left = new HashSet<string>(calls.Keys, StringComparer.Ordinal);
        var callers = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (name, called) in calls)
        {
            called.IntersectWith(left);
            foreach (var other in called)
            {
                if (!callers.TryGetValue(other, out var list)) callers[other] = list = [];
                list.Add(name);
            }
        }
        var done = new Queue<string>(left.Where(name => calls[name].Count == 0));
        while (done.TryDequeue(out var name))
        {
            left.Remove(name);
            foreach (var caller in callers.GetValueOrDefault(name) ?? [])
                if (calls[caller].Remove(name) && calls[caller].Count == 0) done.Enqueue(caller);
        }
        return left;
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        IndexerDeclarationSyntax => Indexer,
        ConstructorDeclarationSyntax => Creation,
        OperatorDeclarationSyntax operation => operation.OperatorToken.Text,
        ConversionOperatorDeclarationSyntax => "cast",
        AnonymousFunctionExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } => variable.Identifier.ValueText,
        AnonymousFunctionExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: IdentifierNameSyntax variable } } => variable.Identifier.ValueText,
        AnonymousFunctionExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member } } => member.Name.Identifier.ValueText,
        _ => null,
    };

    // Conversions are called without a word, so one that holds any code that could convert is taken to call itself.
    private static IEnumerable<string> CallsOf(SyntaxNode function, string name)
    {
        if (function is ConversionOperatorDeclarationSyntax) yield return name;
        foreach (var child in function.DescendantNodesAndTokens())
        {
            if (child.AsNode() is not { } node)
            {
                if (child.IsKind(SyntaxKind.IdentifierToken) && !IsOwnName(function, child)) yield return child.AsToken().ValueText;
                continue;
            }
            switch (node)
            {
                case BaseObjectCreationExpressionSyntax: yield return Creation; break;
                case ElementAccessExpressionSyntax or ElementBindingExpressionSyntax: yield return Indexer; break;
                case CastExpressionSyntax: yield return "cast"; break;
                case InterpolatedStringExpressionSyntax: yield return Text; break;
                case PrefixUnaryExpressionSyntax unary: yield return unary.OperatorToken.Text; break;
                case AssignmentExpressionSyntax assignment: yield return assignment.OperatorToken.Text.TrimEnd('='); break;
                case BinaryExpressionSyntax binary:
                    yield return binary.OperatorToken.Text;
                    if (binary.IsKind(SyntaxKind.AddExpression)) yield return Text; // text and an object are joined
                    break;
            }
        }
    }

    private static bool IsOwnName(SyntaxNode function, SyntaxNodeOrToken token) => token.Parent == function;
}
