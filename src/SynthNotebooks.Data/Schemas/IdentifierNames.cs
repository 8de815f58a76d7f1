namespace SynthNotebooks.Data;

/// <summary>What a column's name alone suggests.</summary>
internal static class IdentifierNames
{
    private static readonly string[] Identifiers = ["id", "uuid", "guid", "key", "ssn", "mrn", "iban", "email", "phone", "serial", "index", "identifier", "rowid", "pk", "imei", "vin", "nr", "number"];
    private static readonly string[] AreaCodes = ["zip", "zipcode", "postcode", "postal", "plz", "fips"];
    private static readonly string[] Times = ["year", "month", "day", "hour", "minute", "second", "week", "date", "time", "step", "period", "age"];

    public static bool Match(string name) => AnyWord(name, Identifiers);

    public static bool IsAreaCode(string name) => AnyWord(name, AreaCodes);

    public static bool IsTime(string name) => AnyWord(name, Times);

    // customerID, customer_id, "Customer Id" and id all have the word id; paid has not.
    private static bool AnyWord(string name, string[] words)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !Breaks(name[i - 1], name[i])) continue;
            var word = name.AsSpan(start, i - start).Trim("_-. ");
            start = i;
            foreach (var known in words)
                if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static bool Breaks(char before, char at) =>
        !char.IsLetterOrDigit(at) || !char.IsLetterOrDigit(before) || char.IsLower(before) && char.IsUpper(at);
}
