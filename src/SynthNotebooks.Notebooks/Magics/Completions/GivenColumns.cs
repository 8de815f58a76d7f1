using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>The columns that a line is about: those of the first table or model among the variables it names.</summary>
internal static class GivenColumns
{
    public static IEnumerable<(string Name, string Description)> Of(CompletionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var name in request.Given.Values)
        {
            if (!request.Variables.TryGet(name, out var value)) continue;
            if (value is DataFrame frame) return frame.Columns.Select(column => (column.Name, column.Kind.ToString().ToLowerInvariant()));
            if (value is IFittedGenerator model) return model.Schema.Columns.Select(column => (column.Name, ArgumentText.Kebab(column.Role.ToString())));
        }
        return [];
    }
}
