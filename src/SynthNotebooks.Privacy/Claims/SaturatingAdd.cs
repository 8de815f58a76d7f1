namespace SynthNotebooks.Privacy;

/// <summary>Addition that stops at the ends of <see cref="long"/>, so that no exception depends on the data.</summary>
internal static class SaturatingAdd
{
    public static long Of(long a, long b) => (long)Int128.Clamp((Int128)a + b, long.MinValue, long.MaxValue);
}
