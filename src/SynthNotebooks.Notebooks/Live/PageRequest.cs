using System.Text.Json;

namespace SynthNotebooks.Notebooks.Live;

/// <summary>Which rows of a table are wanted.</summary>
/// <param name="Start">First row of the page in the order asked for, from 0.</param>
/// <param name="Size">Rows of the page, 1 to <see cref="MostRows"/>.</param>
/// <param name="Sort">0-based column to sort by; null for the table's own order.</param>
/// <param name="Descending">Whether the largest come first; missing cells come last either way.</param>
internal sealed record PageRequest(int Start = 0, int Size = 20, int? Sort = null, bool Descending = false)
{
    public const int MostRows = 200;

    /// <summary>Reads what a front end asks; what makes no sense becomes the nearest that does.</summary>
    public static PageRequest Read(JsonElement request) => new(
        Math.Max(0, Whole(request, "start") ?? 0),
        Math.Clamp(Whole(request, "size") ?? 20, 1, MostRows),
        Whole(request, "sort"),
        request.TryGetProperty("descending", out var flag) && flag.ValueKind == JsonValueKind.True);

    private static int? Whole(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
