using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Tests.Hosting;

/// <summary>A notebook in memory: what was shown, update by update, and the variables.</summary>
internal sealed class FakeHost : INotebookHost, INotebookVariables
{
    private readonly SortedDictionary<string, (object? Value, Type Type)> _variables = new(StringComparer.Ordinal);

    public INotebookVariables Variables => this;

    public string WorkingDirectory { get; init; } = Path.GetTempPath();

    /// <summary>One list an output: the first value and its updates.</summary>
    public List<List<object>> Outputs { get; } = [];

    /// <summary>What a reader sees at the end.</summary>
    public IReadOnlyList<object> Shown => [.. Outputs.Select(output => output[^1])];

    public object? this[string name]
    {
        get => _variables[name].Value;
        set => _variables[name] = (value, value?.GetType() ?? typeof(object));
    }

    public Type TypeOf(string name) => _variables[name].Type;

    public Task<IDisplayHandle> DisplayAsync(object value)
    {
        var output = new List<object> { value };
        lock (Outputs) Outputs.Add(output);
        return Task.FromResult<IDisplayHandle>(new Handle(output));
    }

    public IReadOnlyList<NotebookVariable> List() => [.. _variables.Select(pair => new NotebookVariable(pair.Key, pair.Value.Type))];

    public bool TryGet(string name, out object? value)
    {
        var found = _variables.TryGetValue(name, out var variable);
        value = variable.Value;
        return found;
    }

    public Task SetAsync(string name, object? value, Type declaredType)
    {
        _variables[name] = (value, declaredType);
        return Task.CompletedTask;
    }

    private sealed class Handle(List<object> output) : IDisplayHandle
    {
        public Task UpdateAsync(object value)
        {
            lock (output) output.Add(value);
            return Task.CompletedTask;
        }
    }
}
