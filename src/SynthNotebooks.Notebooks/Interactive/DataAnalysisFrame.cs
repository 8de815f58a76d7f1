using System.Data;
using System.Data.Common;
using System.Reflection;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>Tables to and from <c>Microsoft.Data.Analysis.DataFrame</c>, which is bound when a notebook has it and needed by nothing else.</summary>
/// <remarks>
/// Both ways go through <c>System.Data</c>, value by value. Theirs has no dates without a time of day: a date goes there as a DateTime at midnight
/// and comes back as a time stamp. Their empty text is a text and stays one; only their null is a missing value.
/// </remarks>
public static class DataAnalysisFrame
{
    /// <summary>Full name of their type.</summary>
    public const string TypeName = "Microsoft.Data.Analysis.DataFrame";

    /// <summary>Whether a value is one of their tables.</summary>
    public static bool Is(object? value) => value?.GetType().FullName == TypeName;

    /// <summary>Copies one of their tables.</summary>
    /// <exception cref="ArgumentException">The value is none.</exception>
    /// <exception cref="DataLoadException">A column is of a type that no column kind fits.</exception>
    public static DataFrame ToSynth(object theirs)
    {
        ArgumentNullException.ThrowIfNull(theirs);
        if (!Is(theirs)) throw new ArgumentException($"A {TypeName} is needed; got a {theirs.GetType()}.", nameof(theirs));
        var export = theirs.GetType().GetMethod("ToTable", Type.EmptyTypes)
            ?? throw new NotSupportedException($"This version of {TypeName} has no ToTable().");
        using var table = (DataTable)Call(() => export.Invoke(theirs, null))!;
        using var reader = table.CreateDataReader();
        return DataFrame.LoadFromReader(reader);
    }

    /// <summary>Copies a table of ours into one of theirs; integers become Int64, reals Double, dates DateTime.</summary>
    /// <param name="frame">Any.</param>
    /// <param name="theirType">Their type, from the assembly that the notebook loaded.</param>
    /// <exception cref="ArgumentException">The type is another one.</exception>
    public static object FromSynth(DataFrame frame, Type theirType)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(theirType);
        if (theirType.FullName != TypeName) throw new ArgumentException($"{TypeName} is needed; got {theirType}.", nameof(theirType));
        var import = theirType.GetMethod("LoadFrom", BindingFlags.Public | BindingFlags.Static, [typeof(DbDataReader)])
            ?? throw new NotSupportedException($"This version of {TypeName} has no LoadFrom(DbDataReader).");
        using var reader = frame.ToDataReader();
        var loading = (Task)Call(() => import.Invoke(null, [reader]))!;
        loading.GetAwaiter().GetResult(); // the reader is in memory: nothing is waited for
        return loading.GetType().GetProperty(nameof(Task<object>.Result))!.GetValue(loading)!;
    }

    // Their exception as it is, not wrapped by reflection.
    private static object? Call(Func<object?> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
