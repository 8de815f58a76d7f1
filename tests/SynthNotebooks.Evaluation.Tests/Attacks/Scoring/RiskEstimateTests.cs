using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Tests.Attacks.Scoring;

public class RiskEstimateTests
{
    [Fact]
    public void Anonymeter_s_figures_are_met()
    {
        var risk = RiskEstimate.Of(300, 1000, 200, 1000);

        Assert.Equal(0.12470, risk.Risk.Value, 5e-6);
        Assert.Equal(0.04469, risk.Error, 5e-6);
        Assert.Equal(risk.Risk.Value - risk.Error, risk.Risk.Low, 1e-12);
    }

    [Fact]
    public void A_risk_below_nothing_is_shown_as_nothing()
    {
        var risk = RiskEstimate.Of(100, 1000, 200, 1000);

        Assert.Equal(0, risk.Risk.Value);
        Assert.True(risk.Unclipped < 0);
    }

    [Fact]
    public void Intervals_stay_within_0_and_1()
    {
        foreach (var (attack, control) in new[] { (0, 0), (0, 10), (10, 0), (10, 10) })
        {
            var risk = RiskEstimate.Of(attack, 10, control, 10).Risk;
            Assert.True(risk.Low >= 0 && risk.Low <= risk.High && risk.High <= 1, $"{attack}, {control}: {risk}");
        }
    }
}
