using System.Globalization;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy.Tests;

/// <summary>Another process that spends: <c>FOLDER DATASET EPSILON TIMES</c>; exits with the number of reservations that went through.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length != 4) return 0; // the test runner asks for nothing
        var budget = PrivacyLedger.Open(arguments[0]).For(new(arguments[1]));
        var spent = 0;
        for (var i = int.Parse(arguments[3], CultureInfo.InvariantCulture); i > 0; i--)
        {
            try
            {
                budget.Reserve("a share", PrivacyCost.Pure(double.Parse(arguments[2], CultureInfo.InvariantCulture)));
                spent++;
            }
            catch (BudgetException)
            {
                break;
            }
        }
        return spent;
    }
}
