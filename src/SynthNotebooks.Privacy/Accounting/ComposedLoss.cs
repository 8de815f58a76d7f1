using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>The distribution of a sum of independent losses on a grid, in one direction.</summary>
internal sealed class ComposedLoss
{
    private const double TailMass = 1e-15; // cut on each side, then counted as infinite losses
    private const int MostPoints = 1 << 25;
    private readonly double _step, _infinite;
    private readonly long _start; // first grid point at or above zero loss
    private readonly double[] _above, _weightedAbove; // Σ p and Σ p e^(−loss) from a point upwards

    private ComposedLoss(long start, ReadOnlySpan<double> masses, double infinite, double step)
    {
        (_step, _infinite) = (step, infinite);
        var skipped = (int)Math.Clamp(-start, 0, masses.Length);
        _start = start + skipped;
        var count = masses.Length - skipped;
        (_above, _weightedAbove) = (new double[count + 1], new double[count + 1]);
        for (var i = count - 1; i >= 0; i--)
        {
            var mass = Math.Max(0, masses[skipped + i]);
            _above[i] = _above[i + 1] + mass;
            _weightedAbove[i] = _weightedAbove[i + 1] + mass * PortableMath.Exp(-(_start + i) * step);
        }
    }

    public static ComposedLoss Of(IReadOnlyList<(LossGrid Grid, int Count)> parts, double step)
    {
        var (low, high) = Window(parts, step);
        var first = (long)Math.Floor(low / step);
        var wanted = (long)Math.Ceiling(high / step) - first + 1;
        if (wanted > MostPoints) throw new InvalidOperationException($"The composed losses span {high - low:G4}, over {MostPoints} steps of {step:G4}; take a larger step.");
        var length = Math.Max(2, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)wanted));

        double logFinite = 0;
        var runs = 0L;
        double[] productReal = [], productImaginary = [];
        var transform = new FourierTransform(length);
        foreach (var (grid, count) in parts)
        {
            logFinite += count * StableMath.LogOnePlus(-Math.Min(grid.Infinite, 1 - 1e-16));
            runs += count;
            double[] real = new double[length], imaginary = new double[length];
            for (var i = 0; i < grid.Masses.Length; i++) real[Index(grid.Start + i, length)] += grid.Masses[i];
            transform.Forward(real, imaginary);
            Power(real, imaginary, count);
            if (productReal.Length == 0) (productReal, productImaginary) = (real, imaginary);
            else Multiply(productReal, productImaginary, real, imaginary);
        }
        transform.Backward(productReal, productImaginary);

        var masses = new double[length];
        for (var i = 0; i < length; i++) masses[i] = productReal[Index(first + i, length)];
        // Rounding: each run and each level of the transform may lose a few units in the last place of the whole mass.
        var rounding = 4e-16 * (runs + 2 * Math.Log2(length));
        return new(first, masses, -StableMath.ExpMinusOne(logFinite) + 2 * TailMass + rounding, step);
    }

    public double Delta(double epsilon)
    {
        var i = (int)Math.Clamp(Math.Floor(epsilon / _step) + 1 - _start, 0, _above.Length - 1);
        return Math.Min(1, _infinite + Math.Max(0, _above[i] - PortableMath.Exp(epsilon) * _weightedAbove[i]));
    }

    public double Epsilon(double delta)
    {
        if (delta <= _infinite) return double.PositiveInfinity;
        if (Delta(0) <= delta) return 0;
        // First grid point at which δ is met; between the one before and it, δ is linear in e^ε.
        var (low, high) = (-1, _above.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Delta((_start + middle) * _step) <= delta) high = middle;
            else low = middle;
        }
        var (above, weighted) = (_above[high], _weightedAbove[high]);
        return weighted > 0 ? Math.Clamp(PortableMath.Log((above - (delta - _infinite)) / weighted), Math.Max(0, (_start + high - 1) * _step), (_start + high) * _step) : (_start + high) * _step;
    }

    // Chernoff's bound over a range of slopes: outside, less than the tail mass is left on each side.
    private static (double Low, double High) Window(IReadOnlyList<(LossGrid Grid, int Count)> parts, double step)
    {
        double low = 0, high = 0;
        foreach (var (grid, count) in parts)
        {
            low += count * (double)grid.Start * step;
            high += count * (double)(grid.Start + grid.Masses.Length - 1) * step;
        }
        var log = -PortableMath.Log(TailMass);
        var (lowest, highest) = (low, high);
        for (var slope = 1.0 / 16; slope <= 256; slope *= 2)
        {
            double up = log, down = log;
            foreach (var (grid, count) in parts)
            {
                up += count * grid.LogMoment(slope, step);
                down += count * grid.LogMoment(-slope, step);
            }
            highest = Math.Min(highest, up / slope);
            lowest = Math.Max(lowest, -down / slope);
        }
        return (Math.Min(lowest, highest - step), highest);
    }

    private static int Index(long position, int length) => (int)(position & (length - 1)); // modulo a power of two, also for negative positions

    private static void Power(double[] real, double[] imaginary, int exponent)
    {
        for (var i = 0; i < real.Length; i++)
        {
            double re = 1, im = 0, x = real[i], y = imaginary[i];
            for (var left = exponent; ; (x, y) = (x * x - y * y, 2 * x * y))
            {
                if ((left & 1) != 0) (re, im) = (re * x - im * y, re * y + im * x);
                left >>= 1;
                if (left == 0) break;
            }
            (real[i], imaginary[i]) = (re, im);
        }
    }

    private static void Multiply(double[] real, double[] imaginary, double[] otherReal, double[] otherImaginary)
    {
        for (var i = 0; i < real.Length; i++)
            (real[i], imaginary[i]) = (real[i] * otherReal[i] - imaginary[i] * otherImaginary[i], real[i] * otherImaginary[i] + imaginary[i] * otherReal[i]);
    }
}
