using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Panels;

namespace SynthNotebooks.Notebooks.Tests.Panels;

public class PanelCommandsTests
{
    [Fact]
    public void Without_an_epsilon_a_fit_and_a_sample() => Assert.Equal(
        [
            "#!fit t --model mixture --seed 1 --constraints \"age >= 18; zip -> city\" --as s_model",
            "#!sample s_model --rows 12000 --seed 2 --as s",
        ],
        PanelCommands.Of("t", "s", new() { Rows = 12_000, Model = "mixture", Seed = 1, SampleSeed = 2, Constraints = ["age >= 18", "zip -> city"] }));

    [Fact]
    public void With_an_epsilon_a_private_release() => Assert.Equal(
        ["#!dp t --method aim --epsilon 0.5 --delta 1E-06 --domain \"my files/d.json\" --buy-domain 0.2 --rows 50 --ledger l --as s"],
        PanelCommands.Of("t", "s", new() { Rows = 50, Epsilon = 0.5, Delta = 1e-6, Method = "aim", Domain = "my files/d.json", BuyDomain = 0.2, Ledger = "l" }));

    [Theory]
    [InlineData("-5 < x"), InlineData("'a b' = 1"), InlineData("[x] > 1"), InlineData("# no"), InlineData("@x = 1"), InlineData("--x"), InlineData("x $y$ <b>")]
    public void Any_constraint_comes_through_the_magics_own_reader(string constraint)
    {
        var fit = new MagicCatalog(Toolkit.Default)["#!fit"].Magic;
        var line = PanelCommands.Of("t", "s", new() { Constraints = [constraint] })[0];

        Assert.True(MagicArguments.Parse(line["#!fit".Length..], fit).TryGet(fit.Parameters.Single(parameter => parameter.Name == "constraints"), out var token));
        Assert.Equal(constraint, token.Text);
    }
}
