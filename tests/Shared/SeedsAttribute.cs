using System.Reflection;
using Xunit.Sdk;

namespace SynthNotebooks.Tests;

/// <summary>Runs a property test with the seeds 1..count; the failing seed stands in the test's name.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SeedsAttribute(int count) : DataAttribute
{
    public int Count { get; } = count;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        for (var seed = 1UL; seed <= (ulong)Count; seed++) yield return [seed];
    }
}
