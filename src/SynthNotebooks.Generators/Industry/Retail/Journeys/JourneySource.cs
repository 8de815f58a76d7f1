using System.Collections.Immutable;

namespace SynthNotebooks.Generators.Industry.Retail.Journeys;

/// <summary>What a customer's journey begins with.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="Weight">How often journeys begin with it, against the others.</param>
/// <param name="Conversion">Share of these journeys that end in a visit of the shop.</param>
/// <param name="MembersOnly">Whether only members are reached.</param>
public sealed record JourneySource(string Name, double Weight, double Conversion, bool MembersOnly = false)
{
    /// <summary>The sources of the invented shop; figures of our own.</summary>
    public static ImmutableArray<JourneySource> All { get; } =
    [
        new("advert", 3, 0.15),
        new("mail", 1.5, 0.35, MembersOnly: true),
        new("search", 3, 0.4),
        new("direct", 3.5, 0.75),
    ];
}
