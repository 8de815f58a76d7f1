using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Finance.Markets;

/// <summary>Daily prices of correlated assets: volatility in clusters, fat tails, bull and bear regimes, jumps; one row for each business day and asset.</summary>
/// <remarks>
/// <para>The log return of a day is drift + scale·e + jumps − their mean. e follows GARCH(1,1) with variance 1 in the long run, its innovations
/// are normal or Student-t with constant correlation; drift and scale are those of the regime, which all assets share. 500 days before the
/// first are simulated and not shown, so that the rows begin in the middle of a market's life.</para>
/// <para>Volume is lognormal with memory and grows with the size of the day's innovation (Clark, Econometrica 41(1), 1973,
/// doi:10.2307/1913889). Cost: about a microsecond a row; memory grows with the number of assets alone.</para>
/// </remarks>
[Process("market-prices", typeof(MarketPricesOptions))]
public sealed class MarketPricesProcess : IProcess
{
    private const double DaysOfYear = 252;
    private const int UnseenDays = 500;
    private const double VolumeMemory = 0.8, VolumeSpread = 0.35, VolumeByShock = 0.4;

    private readonly MarketPricesOptions _options;
    private readonly Garch _garch;
    private readonly double[,] _correlation;

    /// <exception cref="ArgumentException">An option is not legal; the message tells which and what is.</exception>
    public MarketPricesProcess(MarketPricesOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.Assets, 1, 200);
        Require.InRange(options.Price, 0.01, 1e6);
        Require.InRange(options.Volatility, 0.001, 5);
        Require.InRange(options.VolatilitySpread, 0, 2);
        Require.InRange(options.Degrees, 0, 1000);
        Require.InRange(options.Correlation, -1, 1);
        Require.InRange(options.BullDrift, -5, 5);
        Require.InRange(options.BearDrift, -5, 5);
        Require.InRange(options.BearVolatility, 0.1, 20);
        Require.InRange(options.BullDays, 1, 1e6);
        if (options.BearDays != 0) Require.InRange(options.BearDays, 1, 1e6);
        Require.InRange(options.Jumps, 0, DaysOfYear);
        Require.InRange(options.JumpMean, -1, 1);
        Require.InRange(options.JumpSpread, 0, 1);
        Require.InRange(options.Overnight, 0, 0.9);
        Require.InRange(options.Volume, 1, 1e12);
        _options = options;
        _garch = Garch.OfVariance(1, options.Alpha, options.Beta);
        _correlation = Innovations.Matrix(options.Assets, options.Correlation, options.Correlations);
        _ = new Innovations(_correlation, options.Degrees); // refuses now what it would refuse in a run
        Columns =
        [
            new("asset", ColumnKind.Text) { Categories = NamesOf(options) },
            new("open", ColumnKind.Real) { Decimals = 2 },
            new("high", ColumnKind.Real) { Decimals = 2 },
            new("low", ColumnKind.Real) { Decimals = 2 },
            new("close", ColumnKind.Real) { Decimals = 2 },
            new("volume", ColumnKind.Integer, "shares"),
            new("log_return", ColumnKind.Real) { Decimals = 8 },
            new("volatility", ColumnKind.Real, "per day") { Decimals = 8 },
            new("regime", ColumnKind.Text) { Categories = ["bull", "bear"] },
            new("jumps", ColumnKind.Integer),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; }

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var regimes = new RegimeChain(_options.BullDays, _options.BearDays, run.Random.Split("regimes"));
        var innovations = new Innovations(_correlation, _options.Degrees);
        var assets = Assets(run.Random);
        var (shocks, randomShocks) = (new double[assets.Length], run.Random.Split("innovations"));
        for (var day = 0; day < UnseenDays; day++)
        {
            NextDay();
            for (var i = 0; i < assets.Length; i++) assets[i].Shock(shocks[i]);
        }
        foreach (var seconds in TradingDays.Between(run.Start, run.End))
        {
            run.Cancellation.ThrowIfCancellationRequested();
            NextDay();
            for (var i = 0; i < assets.Length; i++)
            {
                assets[i].Shock(shocks[i]);
                assets[i].Trade(regimes.IsBear, seconds, rows);
            }
        }

        void NextDay()
        {
            regimes.NextDay();
            innovations.Draw(randomShocks, shocks);
        }
    }

    private Asset[] Assets(SplitRandom random)
    {
        var spread = random.Split("volatilities");
        return [.. Enumerable.Range(0, _options.Assets).Select(number =>
            new Asset(this, number, _options.Volatility * PortableMath.Exp(_options.VolatilitySpread * spread.NextNormal()), random.Split("asset").Split((ulong)number)))];
    }

    private static string[] NamesOf(MarketPricesOptions options)
    {
        var names = options.Names.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0) return [.. Enumerable.Range(1, options.Assets).Select(number => string.Create(CultureInfo.InvariantCulture, $"A{number:00}"))];
        if (names.Length != options.Assets || names.Distinct().Count() != names.Length)
            throw new ArgumentException($"Option 'names' is '{options.Names}'; it must name {options.Assets} different assets, as option 'assets' says.", nameof(options));
        return names;
    }

    private sealed class Asset(MarketPricesProcess market, int number, double volatility, SplitRandom random)
    {
        private readonly MarketPricesOptions _options = market._options;
        private readonly JumpSizes _jumps = new(market._options.Jumps / DaysOfYear, market._options.JumpMean, market._options.JumpSpread);
        private readonly SplitRandom _forJumps = random.Split("jumps"), _forDay = random.Split("day"), _forVolume = random.Split("volume");
        private readonly double _scale = volatility / Math.Sqrt(DaysOfYear);
        private double _variance = 1, _next = 1, _shock, _innovation, _volume;
        private double _close = market._options.Price;

        public void Shock(double innovation)
        {
            _variance = _next;
            _innovation = innovation;
            _shock = Math.Sqrt(_variance) * innovation;
            _next = market._garch.Next(_variance, _shock);
        }

        public void Trade(bool isBear, double seconds, IProcessRows rows)
        {
            var scale = isBear ? _scale * _options.BearVolatility : _scale;
            var deviation = scale * Math.Sqrt(_variance);
            var (count, jumps) = _jumps.Draw(_forJumps);
            var diffusion = (isBear ? _options.BearDrift : _options.BullDrift) / DaysOfYear + scale * _shock - _jumps.Mean;
            var night = _options.Overnight * diffusion + Math.Sqrt(_options.Overnight * (1 - _options.Overnight)) * deviation * _forDay.NextNormal();
            var (low, high) = IntradayPath.Extremes(diffusion - night, deviation * Math.Sqrt(1 - _options.Overnight), _forDay);
            var open = _close * PortableMath.Exp(night + jumps); // news comes while the exchange is closed
            _close *= PortableMath.Exp(diffusion + jumps);
            _volume = VolumeMemory * _volume + Math.Sqrt(1 - VolumeMemory * VolumeMemory) * VolumeSpread * _forVolume.NextNormal();
            var volume = Math.Round(_options.Volume * PortableMath.Exp(_volume + VolumeByShock * (Math.Abs(_innovation) - 0.7)));
            rows.Add(seconds, number, open, Math.Max(open * PortableMath.Exp(high), _close), Math.Min(open * PortableMath.Exp(low), _close), _close, volume,
                diffusion + jumps, deviation, isBear ? 1 : 0, count);
        }
    }
}
