using System.Text.Json;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>Writes the data of the overlays.</summary>
internal static class OverlayJson
{
    public static void Write(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartObject("overlays");
        if (report.Plane is { } plane) Plane(json, plane);
        else json.WriteNull("principal_plane");
        if (report.Neighbours is { } neighbours) Neighbours(json, neighbours);
        else json.WriteNull("nearest_neighbours");
        json.WriteEndObject();
    }

    private static void Plane(Utf8JsonWriter json, PrincipalPlane plane)
    {
        json.WriteStartObject("principal_plane");
        Numbers(json, "explained", [plane.FirstShare, plane.SecondShare]);
        Numbers(json, "real_x", plane.Real.Select(point => point.X));
        Numbers(json, "real_y", plane.Real.Select(point => point.Y));
        Numbers(json, "synthetic_x", plane.Synthetic.Select(point => point.X));
        Numbers(json, "synthetic_y", plane.Synthetic.Select(point => point.Y));
        json.WriteEndObject();
    }

    private static void Neighbours(Utf8JsonWriter json, NeighbourDistances neighbours)
    {
        json.WriteStartObject("nearest_neighbours");
        Numbers(json, "edges", neighbours.Edges);
        Numbers(json, "real", neighbours.Real);
        Numbers(json, "synthetic", neighbours.Synthetic);
        Numbers(json, "ceiling", neighbours.Ceiling);
        json.WriteEndObject();
    }

    // Six digits draw any chart, and a thousand points stay a few kilobytes.
    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            if (double.IsFinite(number)) json.WriteRawValue(number.ToString("G6", System.Globalization.CultureInfo.InvariantCulture));
            else json.WriteNullValue();
        }
        json.WriteEndArray();
    }
}
