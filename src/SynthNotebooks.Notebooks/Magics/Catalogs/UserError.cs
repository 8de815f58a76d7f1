using System.Data.Common;
using System.Text.Json;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Privacy;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Tells failures that a user can mend from defects of the toolkit.</summary>
internal static class UserError
{
    /// <summary>What to tell the user; null when the exception is a defect and should be seen as it is.</summary>
    public static string? Message(Exception error) => error switch
    {
        ArgumentNullException => null,
        ArgumentException { ParamName: { } parameter } => error.Message.Replace($" (Parameter '{parameter}')", "", StringComparison.Ordinal),
        ArgumentException or FitException or BudgetException or LedgerException or PrivateBoundsException or DataLoadException or ModelFormatException or EvaluationException or AnonymityException => error.Message,
        IOException or UnauthorizedAccessException or InvalidDataException or FormatException => error.Message,
        JsonException or DbException or NotSupportedException => error.Message,
        AggregateException { InnerException: { } inner } => Message(inner),
        _ => null,
    };
}
