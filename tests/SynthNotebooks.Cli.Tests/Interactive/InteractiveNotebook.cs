using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using SynthNotebooks.Data;
using RootKernel = Microsoft.DotNet.Interactive.Kernel;

namespace SynthNotebooks.Cli.Tests.Interactive;

/// <summary>A notebook of .NET Interactive, on its double, into which extension.dib is loaded.</summary>
internal sealed class InteractiveNotebook
{
    private readonly RootKernel _root = new();

    public InteractiveNotebook()
    {
        // As the kernel itself imports and refers; the library is what #r "nuget:" adds.
        var options = ScriptOptions.Default
            .AddImports("System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq")
            .AddReferences(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && assembly.Location.Length > 0))
            .AddReferences(typeof(global::Microsoft.CSharp.RuntimeBinder.Binder).Assembly, typeof(RootKernel).Assembly, typeof(DataFrame).Assembly, typeof(SynthNotebooks.Notebooks.Toolkit).Assembly, typeof(SynthNotebooks.Contracts.IGenerator).Assembly, typeof(SynthNotebooks.Evaluation.Evaluator).Assembly);
        CSharp = new CSharpKernel(options) { Parent = _root };
        _root.Children.Add(CSharp);
    }

    public CSharpKernel CSharp { get; }

    public RootKernel Root => _root;

    /// <summary>Runs the script of the package, each of its cells; what goes wrong in one is lost, as in the kernel.</summary>
    public async Task<KernelInvocationContext> LoadAsync()
    {
        var context = KernelInvocationContext.Current = new() { HandlingKernel = CSharp, Command = new SubmitCode("#r") };
        foreach (var cell in File.ReadAllText(Repository.Path("src", "SynthNotebooks.Notebooks", "Interactive", "extension.dib")).Split("#!csharp\n", StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                await CSharp.RunAsync(cell);
            }
            catch (CompilationErrorException)
            {
            }
        }
        return context;
    }

    /// <summary>Runs the line of a magic.</summary>
    public async Task<KernelInvocationContext> MagicAsync(string line, CancellationToken cancellation = default)
    {
        var context = KernelInvocationContext.Current = new() { HandlingKernel = CSharp, Command = new SubmitCode(line), CancellationToken = cancellation };
        await _root.Handlers[line.Split(' ')[0]](new DirectiveCommand(line), context);
        return context;
    }

    public Task<object?> RunAsync(string code) => CSharp.RunAsync(code);
}
