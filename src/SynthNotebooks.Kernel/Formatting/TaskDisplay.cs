using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>A task: how far it is and what came of it. Nothing waits for it, and its number, which differs from run to run, is left out.</summary>
internal static class TaskDisplay
{
    public static StockDisplay Of(Task task)
    {
        var result = ResultType(task.GetType());
        var of = result is null ? "Task" : $"Task<{TypeNames.Short(result)}>";
        if (task.IsFaulted) return StockDisplay.Preformatted($"{of}: {task.Status}, {TypeNames.Short(task.Exception.GetBaseException().GetType())}: {task.Exception.GetBaseException().Message}");
        var state = task.IsCompletedSuccessfully || task.IsCanceled ? $"{task.Status}" : $"{task.Status} (await it to have its result)";
        if (!task.IsCompletedSuccessfully || result is null) return StockDisplay.Preformatted($"{of}: {state}");
        return StockDisplay.Preformatted($"{of}: {state}, {CellText.Of(task.GetType().GetProperty("Result")!.GetValue(task)).Text}");
    }

    // The tasks of async methods are of a private type derived from the public one.
    private static Type? ResultType(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Task<>))
                return t.GetGenericArguments()[0] is { Name: not "VoidTaskResult" } result ? result : null;
        return null;
    }
}
