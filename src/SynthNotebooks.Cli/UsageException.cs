using System.Globalization;

namespace SynthNotebooks.Cli;

/// <summary>The command was used wrongly: exit status 2.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Runs what checks an argument; its complaint becomes one of wrong use.</summary>
    public static T Guard<T>(Func<T> check)
    {
        try
        {
            return check();
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            var given = wrong is ArgumentOutOfRangeException { ActualValue: IFormattable value } ? string.Create(CultureInfo.InvariantCulture, $" Read {value}.") : "";
            throw new UsageException(Lines.First(wrong.Message) + given, wrong);
        }
    }
}

/// <summary>Text by lines.</summary>
internal static class Lines
{
    /// <summary>The message without the parameter name that .NET appends.</summary>
    public static string First(string message) => message.Split(" (Parameter '")[0];
}
