namespace SynthNotebooks.Notebooks.Charts;

/// <summary>Colours that stay apart for colour-blind readers and in grey; charts pair each with a fill, hatch, dash or marker.</summary>
/// <remarks>Hues of Okabe and Ito, Color Universal Design, 2008, darkened where text needs contrast (4.5 to 1 on white).</remarks>
internal static class Palette
{
    public const string Paper = "#ffffff";
    public const string Panel = "#f6f8fb";
    public const string Ink = "#16243a";
    public const string Muted = "#55627a";
    public const string Grid = "#dfe5ee";
    public const string Navy = "#10233f";
    public const string NavyMuted = "#b9c8de";
    public const string Real = "#0b63a5";
    public const string RealFill = "#a9cdea";
    public const string Synthetic = "#c2410c";
    public const string SyntheticFill = "#f6b98f";
    public const string Accent = "#0f766e";

    /// <summary>Colours of further series, in order.</summary>
    public static readonly string[] Series = [Real, Synthetic, "#0f766e", "#8b3a86", "#8a6a00", "#3f4756"];

    /// <summary>Dashes of further series, in order; the first is solid.</summary>
    public static readonly string[] Dashes = ["", "6 3", "2 3", "9 3 2 3", "1 2", "12 4"];

    /// <summary>Blue through white to orange; lightness falls with magnitude on both sides.</summary>
    /// <param name="share">−1 to 1.</param>
    public static string Diverging(double share)
    {
        var t = Math.Clamp(Math.Abs(share), 0, 1);
        return share >= 0
            ? Blend(t, (255, 255, 255), (158, 200, 232), (11, 79, 138))
            : Blend(t, (255, 255, 255), (247, 190, 150), (160, 52, 8));
    }

    private static string Blend(double t, (int R, int G, int B) start, (int R, int G, int B) middle, (int R, int G, int B) end)
    {
        var (a, b, u) = t < 0.5 ? (start, middle, t * 2) : (middle, end, t * 2 - 1);
        return $"#{Mix(a.R, b.R, u):x2}{Mix(a.G, b.G, u):x2}{Mix(a.B, b.B, u):x2}";
    }

    private static int Mix(int a, int b, double u) => (int)Math.Round(a + (b - a) * u);
}
