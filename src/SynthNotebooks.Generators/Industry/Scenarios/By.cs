using System.Globalization;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>Rules for <see cref="ScenarioBuilder"/>; numbers may be formulas in text.</summary>
public static class By
{
    /// <summary>Any rule by its name in the language, with named parameters.</summary>
    /// <param name="rule">E.g. <c>weibull</c>.</param>
    /// <param name="parameters">Names and numbers, formulas or nodes.</param>
    public static RuleBuilder Rule(string rule, params (string Name, Term Value)[] parameters) =>
        new(rule, ScenarioNode.Map([.. parameters.Select(parameter => new KeyValuePair<ScenarioNode, ScenarioNode>(ScenarioNode.Scalar(parameter.Name), parameter.Value.Node))]));

    /// <summary>Normal.</summary>
    public static RuleBuilder Normal(Term mean, Term sd) => Rule("normal", ("mean", mean), ("sd", sd));

    /// <summary>Lognormal.</summary>
    public static RuleBuilder LogNormal(Term median, Term sigma) => Rule("lognormal", ("median", median), ("sigma", sigma));

    /// <summary>Evenly from one number or date to another.</summary>
    public static RuleBuilder Uniform(Term from, Term to) => Rule("uniform", ("from", from), ("to", to));

    /// <summary>Exponential.</summary>
    public static RuleBuilder Exponential(Term mean) => Rule("exponential", ("mean", mean));

    /// <summary>Gamma.</summary>
    public static RuleBuilder Gamma(Term shape, Term scale) => Rule("gamma", ("shape", shape), ("scale", scale));

    /// <summary>Poisson.</summary>
    public static RuleBuilder Poisson(Term mean) => Rule("poisson", ("mean", mean));

    /// <summary>True with a probability.</summary>
    public static RuleBuilder Chance(Term p) => new("chance", p.Node);

    /// <summary>One of some values with weights.</summary>
    public static RuleBuilder Choose(params (string Value, Term Weight)[] choices) => Rule("choose", choices);

    /// <summary>Computed.</summary>
    public static RuleBuilder Formula(string formula) => new("formula", ScenarioNode.Scalar(formula));

    /// <summary>Text with formulas in braces.</summary>
    public static RuleBuilder Template(string template) => new("template", ScenarioNode.Scalar(template, default, quoted: true));

    /// <summary>A row of another entity.</summary>
    /// <param name="entity">Its name.</param>
    /// <param name="weight">A formula of its rows; null when all are alike.</param>
    /// <param name="where">A condition on a row of it, <c>candidate.x</c>, and the row that refers; null for any.</param>
    public static RuleBuilder Refer(string entity, Term? weight = null, Term? where = null)
    {
        if (weight is null && where is null) return new("refer", ScenarioNode.Scalar(entity));
        var parameters = new List<(string, Term)> { ("to", entity) };
        if (weight is not null) parameters.Add(("weight", weight));
        if (where is not null) parameters.Add(("where", where));
        return Rule("refer", [.. parameters]);
    }

    /// <summary>A share: those of one composition sum to one in every row.</summary>
    /// <param name="alpha">Its weight; the greater the sum of all, the less they scatter.</param>
    /// <param name="of">The composition.</param>
    public static RuleBuilder Dirichlet(Term alpha, string of = "shares") => Rule("dirichlet", ("alpha", alpha), ("of", of));
}

/// <summary>A number or a formula.</summary>
/// <param name="Node">As it stands in a scenario.</param>
public sealed record Term(ScenarioNode Node)
{
    /// <summary>A number.</summary>
    public static implicit operator Term(double value) => new(ScenarioNode.Scalar(value.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>A formula.</summary>
    public static implicit operator Term(string formula) => new(ScenarioNode.Scalar(formula));
}
