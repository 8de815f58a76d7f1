// Stands for .NET Interactive, whose packages are not served where the tests run: the members that extension.dib uses, with the names and the
// behaviour of its last source (a directive twice throws, an exception in a script vanishes, deferred commands run before the next one). In one
// file, against the custom of one type a file, since it is one thing to compare with that source.
#pragma warning disable CA1034, CA1040, CA1724, CA2225, IDE0130
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;

namespace Microsoft.DotNet.Interactive
{
    public delegate Task KernelCommandInvocation(KernelCommand command, KernelInvocationContext context);

    public sealed record LinePosition(int Line, int Character);

    public sealed class KernelInfo
    {
        public List<KernelActionDirective> SupportedDirectives { get; } = [];
    }

    public class PackageReference(string name)
    {
        public string PackageName { get; } = name;
    }

    public class Kernel : IObservable<KernelEvent>
    {
        private readonly List<IObserver<KernelEvent>> _observers = [];

        public Kernel? Parent { get; init; }

        public Kernel RootKernel => Parent ?? this;

        public List<Kernel> Children { get; } = [];

        public KernelInfo KernelInfo { get; } = new();

        public Dictionary<string, KernelCommandInvocation> Handlers { get; } = [];

        public Queue<KernelCommand> Deferred { get; } = [];

        public IObservable<KernelEvent> KernelEvents => this;

        public void AddDirective(KernelActionDirective directive, KernelCommandInvocation handler)
        {
            if (KernelInfo.SupportedDirectives.Any(known => known.Name == directive.Name)) throw new ArgumentException($"An item with the same key has already been added. Key: {directive.Name}");
            KernelInfo.SupportedDirectives.Add(directive);
            Handlers[directive.Name] = handler;
        }

        public void DeferCommand(KernelCommand command) => Deferred.Enqueue(command);

        public IDisposable Subscribe(IObserver<KernelEvent> observer)
        {
            _observers.Add(observer);
            return new MemoryStream();
        }

        public void Raise(KernelEvent raised) => _observers.ForEach(observer => observer.OnNext(raised));
    }

    public static class KernelExtensions
    {
        public static Kernel FindKernelByName(this Kernel kernel, string name) => kernel.RootKernel.Children.Single(child => name == "csharp" && child is CSharpKernel);
    }

    public sealed class KernelInvocationContext
    {
        private static readonly AsyncLocal<KernelInvocationContext?> Ambient = new();

        public static KernelInvocationContext? Current
        {
            get => Ambient.Value;
            set => Ambient.Value = value;
        }

        public required Kernel HandlingKernel { get; init; }

        public required KernelCommand Command { get; init; }

        public CancellationToken CancellationToken { get; init; }

        public List<KernelEvent> Published { get; } = [];

        public string? Failure { get; private set; }

        public void Publish(KernelEvent published)
        {
            lock (Published) Published.Add(published);
        }

        public void Fail(KernelCommand command, Exception? exception = null, string? message = null) => Failure = message ?? exception?.ToString();
    }

    public static class KernelInvocationContextExtensions
    {
        public static void DisplayAs(this KernelInvocationContext context, string value, string mimeType) =>
            context.Publish(new DisplayedValueProduced(value, context.Command, [new Formatting.FormattedValue(mimeType, value)], "as"));
    }
}

namespace Microsoft.DotNet.Interactive.CSharp
{
    public sealed class CSharpKernel(ScriptOptions options) : Kernel
    {
        public ScriptState? ScriptState { get; private set; }

        public async Task SetValueAsync(string name, object? value, Type declaredType)
        {
            await RunAsync($"global::{declaredType.FullName} {name} = default;");
            ScriptState!.GetVariable(name)!.Value = value;
        }

        public async Task<object?> RunAsync(string code)
        {
            while (Deferred.TryDequeue(out var deferred)) await ContinueAsync(((SubmitCode)deferred).Code);
            await ContinueAsync(code);
            RootKernel.Raise(new CommandSucceeded(new SubmitCode(code)));
            return ScriptState!.ReturnValue;
        }

        private async Task ContinueAsync(string code) =>
            ScriptState = ScriptState is null ? await CSharpScript.RunAsync(code, options) : await ScriptState.ContinueWithAsync(code, options);
    }
}

namespace Microsoft.DotNet.Interactive.Commands
{
    public abstract class KernelCommand
    {
    }

    public sealed class SubmitCode(string code) : KernelCommand
    {
        public string Code { get; } = code;
    }

    public sealed class DirectiveCommand(string line) : KernelCommand
    {
        public override string ToString() => "Directive: " + line;
    }

    public sealed class RequestCompletions(string code, LinePosition position) : KernelCommand
    {
        public string Code { get; } = code;

        public LinePosition LinePosition { get; } = position;
    }
}

namespace Microsoft.DotNet.Interactive.Directives
{
    public sealed class KernelActionDirective(string name, string? description = null)
    {
        public string Name { get; } = name;

        public string? Description { get; set; } = description;

        public ICollection<KernelDirectiveParameter> Parameters { get; } = new List<KernelDirectiveParameter>();
    }

    public sealed class KernelDirectiveParameter(string name, string? description = null)
    {
        private readonly List<Func<KernelDirectiveCompletionContext, Task>> _sources = [];

        public string Name { get; } = name;

        public string? Description { get; init; } = description;

        public bool AllowImplicitName { get; init; }

        public bool Flag { get; init; }

        public KernelDirectiveParameter AddCompletions(Func<KernelDirectiveCompletionContext, Task> source)
        {
            _sources.Add(source);
            return this;
        }

        public KernelDirectiveParameter AddCompletions(Func<IEnumerable<string>> source) => throw new NotSupportedException(source.ToString());

        public async Task<IList<CompletionItem>> CompleteAsync()
        {
            var context = new KernelDirectiveCompletionContext();
            foreach (var source in _sources) await source(context);
            return context.CompletionItems;
        }
    }

    public sealed class KernelDirectiveCompletionContext
    {
        public IList<CompletionItem> CompletionItems { get; } = [];
    }
}

namespace Microsoft.DotNet.Interactive.Events
{
    public sealed class CompletionItem(string displayText, string kind, string? filterText = null, string? sortText = null, string? insertText = null, object? insertTextFormat = null, string? documentation = null)
    {
        public string InsertText { get; } = insertText ?? displayText;

        public string Kind { get; } = kind;

        public string Documentation { get; } = $"{documentation}{filterText}{sortText}{insertTextFormat}";
    }

    public abstract class KernelEvent(KernelCommand command)
    {
        public KernelCommand Command { get; } = command;
    }

    public abstract class DisplayEvent(object? value, KernelCommand command, IReadOnlyCollection<Formatting.FormattedValue> formatted, string id) : KernelEvent(command)
    {
        public object? Value { get; } = value;

        public IReadOnlyCollection<Formatting.FormattedValue> FormattedValues { get; } = formatted;

        public string ValueId { get; } = id;
    }

    public sealed class DisplayedValueProduced(object? value, KernelCommand command, IReadOnlyCollection<Formatting.FormattedValue> formattedValues, string valueId)
        : DisplayEvent(value, command, formattedValues, valueId);

    public sealed class DisplayedValueUpdated(object? value, string valueId, KernelCommand command, IReadOnlyCollection<Formatting.FormattedValue> formattedValues)
        : DisplayEvent(value, command, formattedValues, valueId);

    public sealed class CommandSucceeded(KernelCommand command) : KernelEvent(command);

    public sealed class PackageAdded(PackageReference reference, KernelCommand command) : KernelEvent(command)
    {
        public PackageReference PackageReference { get; } = reference;
    }
}

namespace Microsoft.DotNet.Interactive.Formatting
{
    // Newer than the package of formatters that is served.
    public sealed class FormattedValue(string mimeType, string value)
    {
        public string MimeType { get; } = mimeType;

        public string Value { get; } = value;

        public static IReadOnlyList<FormattedValue> CreateManyFromObject(object value, params string[] mimeTypes)
        {
            ArgumentNullException.ThrowIfNull(value);
            var wanted = mimeTypes is { Length: > 0 } ? mimeTypes : [.. Formatter.GetPreferredMimeTypesFor(value.GetType())];
            return [.. wanted.Select(mimeType => new FormattedValue(mimeType, value.ToDisplayString(mimeType)))];
        }
    }
}
