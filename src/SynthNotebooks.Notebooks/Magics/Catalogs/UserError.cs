using System.Data.Common;
using System.Text.Json;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Tells failures that a user can mend from defects of the toolkit.</summary>
internal static class UserError
{
    /// <summary>What to tell the user; null when the exception is a defect and should be seen as it is.</summary>
    public static string? Message(Exception error) => error switch
    {
        ArgumentException { ParamName: { } parameter } => error.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal),
        ArgumentNullException => null,
        ArgumentException or FitException or BudgetException => error.Message,
        IOException or UnauthorizedAccessException or InvalidDataException or FormatException => error.Message,
        JsonException or DbException or NotSupportedException => error.Message,
        AggregateException { InnerException: { } inner } => Message(inner),
        _ => null,
    };
}
