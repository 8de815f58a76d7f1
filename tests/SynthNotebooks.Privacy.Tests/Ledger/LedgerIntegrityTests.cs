using System.Diagnostics;
using System.Globalization;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy.Tests;

public class LedgerIntegrityTests
{
    private static readonly DatasetKey One = new("1111");

    [Fact]
    public async Task Four_processes_spend_no_more_than_there_is()
    {
        using var place = new TemporaryLedger();
        place.Open(new(DatasetEpsilon: 0.6, Delta: 0));

        var spent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Spend(place.Folder, "0.01", 25)));

        Assert.Equal(60, spent.Sum()); // of a hundred that were tried
        Assert.Equal(0.6, place.Open().Spent(One).Epsilon(0), 1e-9);
    }

    [Fact]
    public void Threads_with_their_own_handles_take_turns()
    {
        using var place = new TemporaryLedger();
        place.Open(new(DatasetEpsilon: 0.5, Delta: 0));
        var spent = 0;

        Parallel.For(0, 4, _ =>
        {
            var budget = place.Open().For(One);
            for (var i = 0; i < 20; i++)
            {
                try
                {
                    budget.Reserve("a share", PrivacyCost.Pure(0.01));
                    Interlocked.Increment(ref spent);
                }
                catch (BudgetException)
                {
                    return;
                }
            }
        });

        Assert.Equal(50, spent);
        Assert.Equal(Enumerable.Range(0, 51), place.Open().Entries().Select(entry => entry.Number));
    }

    [Theory] // whoever crashes after the line is on disk has spent it; before, they never read the data
    [InlineData("half a line", false)]
    [InlineData("line", true)]
    [InlineData("head", true)]
    public void A_crash_never_gives_back_what_may_have_been_used(string step, bool counted)
    {
        using var place = new TemporaryLedger();
        var ledger = place.Open(new(DatasetEpsilon: 1, Delta: 0));
        ledger.For(One).Reserve("before", PrivacyCost.Pure(0.25));
        ledger.CrashAfter(done =>
        {
            if (done == step) throw new IOException("the lights went out");
        });

        Assert.Throws<IOException>(() => ledger.For(One).Reserve("during", PrivacyCost.Pure(0.25)));

        var after = place.Open();
        Assert.Equal(counted ? 0.5 : 0.25, after.Spent(One).Epsilon(0), 12);
        after.For(One).Reserve("after", PrivacyCost.Pure(0.25));
        Assert.Equal(counted ? 0.75 : 0.5, place.Open().Spent(One).Epsilon(0), 12);
    }

    [Fact]
    public async Task Killed_processes_leave_a_ledger_that_still_opens_and_counts()
    {
        using var place = new TemporaryLedger();
        place.Open(new(DatasetEpsilon: 1000, Delta: 0, TotalEpsilon: 1000));
        var seen = 0;
        for (var i = 0; i < 4; i++)
        {
            using var process = Start(place.Folder, "0.001", 1_000_000);
            var length = new FileInfo(place.Lines).Length;
            while (new FileInfo(place.Lines).Length == length && !process.HasExited) await Task.Delay(2);
            await Task.Delay(7 * i); // killed at different points of its loop
            process.Kill();
            await process.WaitForExitAsync();
            var now = place.Open().Spent(One).Count;
            Assert.True(now > seen, $"{now} entries after {seen}");
            seen = now;
        }

        place.Open().For(One).Reserve("after", PrivacyCost.Pure(0.1));
        Assert.Equal(seen + 1, place.Open().Spent(One).Count);
    }

    public static TheoryData<string, string> Tamperings => new()
    {
        { "change", "is not what was written" }, { "drop last", "lines are missing" }, { "drop first", "is not what was written" }, { "swap", "is not what was written" },
        { "empty", "lines are missing" }, { "repeat", "is not what was written" }, { "head", "its head is not" }, { "no head", "head is missing" }, { "no key", "key is missing" }, { "respell", "is not what was written" },
    };

    [Theory, MemberData(nameof(Tamperings))]
    public void Tampering_is_noticed_and_stops_everything(string how, string message)
    {
        using var place = new TemporaryLedger();
        var ledger = place.Open(new(DatasetEpsilon: 1, Delta: 0));
        for (var i = 0; i < 4; i++) ledger.For(One).Reserve("a", PrivacyCost.Pure(0.1));
        var lines = File.ReadAllLines(place.Lines).ToList();
        switch (how)
        {
            case "change": lines[2] = lines[2].Replace("\"epsilon\":0.1", "\"epsilon\":0.01", StringComparison.Ordinal); break;
            case "drop last": lines.RemoveRange(3, 2); break;
            case "drop first": lines.RemoveAt(1); break;
            case "swap": (lines[2], lines[3]) = (lines[3], lines[2]); break;
            case "empty": lines.Clear(); break;
            case "repeat": lines.Add(lines[4]); break;
            case "head": File.WriteAllText(place.Head, "4 " + new string('0', 64) + " " + new string('0', 64)); break;
            case "no head": File.Delete(place.Head); break;
            case "no key": File.Delete(Path.Combine(place.Folder, "ledger.key")); break;
            case "respell": lines[2] = lines[2].Replace("\"rho\":", "\"rho\": ", StringComparison.Ordinal); break;
        }
        File.WriteAllText(place.Lines, string.Concat(lines.Select(line => line + "\n")));

        Assert.Contains(message, Assert.Throws<LedgerException>(() => place.Open().Entries()).Message, StringComparison.Ordinal);
        if (how != "no key") Assert.Throws<LedgerException>(() => ledger.For(One).Reserve("b", PrivacyCost.Pure(0.01)));
    }

    [Fact]
    public void A_ledger_that_another_writer_holds_is_waited_for_and_then_named()
    {
        using var place = new TemporaryLedger();
        place.Open();
        using var held = new FileStream(Path.Combine(place.Folder, "ledger.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        Assert.Contains("locked by another process", Assert.Throws<LedgerException>(() => PrivacyLedger.Open(place.Folder, patience: TimeSpan.FromMilliseconds(50))).Message, StringComparison.Ordinal);
    }

    private static async Task<int> Spend(string folder, string epsilon, int times)
    {
        using var process = Start(folder, epsilon, times);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static Process Start(string folder, string epsilon, int times) => Process.Start(new ProcessStartInfo("dotnet",
        ["exec", typeof(LedgerIntegrityTests).Assembly.Location, folder, One.Value, epsilon, times.ToString(CultureInfo.InvariantCulture)])
    { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
