namespace SynthNotebooks.Kernel.Tests.Doubles;

/// <summary>How much to try: a slice always, the whole with <c>./test --full</c>.</summary>
internal static class Fuzz
{
    public static int Count(int slice, int whole) => Environment.GetEnvironmentVariable("SYNTHNB_FULL") is "1" ? whole : slice;
}
