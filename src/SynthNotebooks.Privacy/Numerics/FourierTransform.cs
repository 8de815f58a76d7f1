namespace SynthNotebooks.Privacy;

/// <summary>The discrete Fourier transform of a power-of-two length, in place.</summary>
/// <remarks>
/// Radix 2, O(n log n), root-mean-square error about 1e-16·√log n relative to the norm. The roots of unity come from a Taylor series and symmetry, so that they are the same bits
/// on every machine. Source: Cooley, Tukey, Math. Comp. 19, 1965, doi:10.1090/S0025-5718-1965-0178586-1.
/// </remarks>
internal sealed class FourierTransform
{
    private readonly int _length;
    private readonly double[] _cosine, _sine; // of −2πk/n, k < n/2

    public FourierTransform(int length)
    {
        if (length < 2 || (length & (length - 1)) != 0) throw new ArgumentOutOfRangeException(nameof(length), length, "The length must be a power of two, at least 2.");
        _length = length;
        (_cosine, _sine) = (new double[length / 2], new double[length / 2]);
        for (var k = 0; k < length / 2; k++) (_cosine[k], _sine[k]) = Root(k, length);
    }

    /// <summary>Sum of x_j e^(−2πijk/n) for each k.</summary>
    public void Forward(Span<double> real, Span<double> imaginary)
    {
        Reorder(real, imaginary);
        for (var half = 1; half < _length; half *= 2)
        {
            var stride = _length / (2 * half);
            for (var start = 0; start < _length; start += 2 * half)
                for (var k = 0; k < half; k++)
                {
                    var (i, j) = (start + k, start + k + half);
                    var (c, s) = (_cosine[k * stride], _sine[k * stride]);
                    var (re, im) = (real[j] * c - imaginary[j] * s, real[j] * s + imaginary[j] * c);
                    (real[j], imaginary[j]) = (real[i] - re, imaginary[i] - im);
                    (real[i], imaginary[i]) = (real[i] + re, imaginary[i] + im);
                }
        }
    }

    /// <summary>The inverse, divided by n.</summary>
    public void Backward(Span<double> real, Span<double> imaginary)
    {
        Forward(imaginary, real); // swapping the parts conjugates before and after
        for (var i = 0; i < _length; i++)
        {
            real[i] /= _length;
            imaginary[i] /= _length;
        }
    }

    private void Reorder(Span<double> real, Span<double> imaginary)
    {
        for (int i = 1, j = 0; i < _length; i++)
        {
            var bit = _length >> 1;
            for (; (j & bit) != 0; bit >>= 1) j ^= bit;
            j |= bit;
            if (i >= j) continue;
            (real[i], real[j]) = (real[j], real[i]);
            (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
        }
    }

    // cos and −sin of 2πk/n for k < n/2, from an angle of at most π/4.
    private static (double Cosine, double Sine) Root(int k, int length)
    {
        var eighths = 8L * k;
        if (eighths > 2L * length)
        {
            var (c, s) = Root(length / 2 - k, length); // π − angle
            return (-c, s);
        }
        if (eighths > length)
        {
            var (c, s) = Root(length / 4 - k, length); // π/2 − angle; the sine of the result is negative as ours
            return (-s, -c);
        }
        var x = 2 * Math.PI * k / length;
        var z = x * x;
        double sine = 1, cosine = 1;
        for (var n = 20; n >= 2; n -= 2)
        {
            sine = 1 - z / (n * (n + 1)) * sine;
            cosine = 1 - z / (n * (n - 1)) * cosine;
        }
        return (cosine, -x * sine);
    }
}
