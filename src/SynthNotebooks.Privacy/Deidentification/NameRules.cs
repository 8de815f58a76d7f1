namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>Which identifier the name of a column tells.</summary>
internal static class NameRules
{
    // More specific rules stand first; a rule is one or several words that stand together in the name.
    private static readonly (SafeHarborIdentifier Identifier, string[] Words)[] Rules =
    [
        (SafeHarborIdentifier.Email, ["email", "e mail", "mail address"]),
        (SafeHarborIdentifier.IpAddress, ["ip", "ip address", "ipaddress", "ipv4", "ipv6"]),
        (SafeHarborIdentifier.Url, ["url", "uri", "website", "web", "homepage", "web page", "link"]),
        (SafeHarborIdentifier.Fax, ["fax", "telefax", "fax number"]),
        (SafeHarborIdentifier.Telephone, ["phone", "telephone", "mobile", "cell", "cellphone", "tel", "phone number"]),
        (SafeHarborIdentifier.SocialSecurity, ["ssn", "social security", "social security number", "socialsecurity"]),
        (SafeHarborIdentifier.MedicalRecord, ["mrn", "medical record", "record number", "chart number", "patient number", "patient no", "patient id", "patientid", "encounter id", "visit id"]),
        (SafeHarborIdentifier.HealthPlan, ["health plan", "beneficiary", "insurance number", "insurance id", "member id", "member number", "policy number", "medicare", "medicaid", "subscriber", "hicn", "mbi"]),
        (SafeHarborIdentifier.Account, ["account", "iban", "bank", "card number", "credit card", "account number", "acct"]),
        (SafeHarborIdentifier.Licence, ["licence", "license", "certificate", "certification", "licence number", "license number", "npi", "dea", "passport", "drivers licence", "drivers license"]),
        (SafeHarborIdentifier.Vehicle, ["vin", "vehicle", "plate", "license plate", "licence plate", "number plate"]),
        (SafeHarborIdentifier.Device, ["device id", "device", "serial", "serial number", "imei", "udi", "mac address", "implant"]),
        (SafeHarborIdentifier.Biometric, ["biometric", "fingerprint", "finger print", "voiceprint", "voice print", "palm print", "retina", "iris scan", "dna", "genome"]),
        (SafeHarborIdentifier.Photograph, ["photo", "photograph", "selfie", "full face", "image", "picture", "portrait", "face"]),
        (SafeHarborIdentifier.Geography, ["zip", "zipcode", "zip code", "zip5", "postcode", "postal", "postal code", "address", "street", "city", "town", "county", "precinct", "parish", "district", "latitude", "longitude", "lat", "lon", "lng", "geocode", "census tract", "neighbourhood", "neighborhood", "fips"]),
        (SafeHarborIdentifier.DateOrAge, ["date", "dob", "birth date", "birthdate", "birthday", "yob", "service date", "visit date", "admission date", "discharge date", "death date", "timestamp", "age", "ages"]),
        (SafeHarborIdentifier.Name, ["name", "surname", "firstname", "lastname", "first name", "last name", "full name", "fullname", "middle name", "maiden name", "given name", "family name", "patient", "doctor", "physician", "relative", "employer", "next of kin", "contact"]),
        (SafeHarborIdentifier.OtherUnique, ["id", "uuid", "guid", "identifier", "barcode", "token", "hash", "username", "user", "login", "key"]),
    ];

    private static readonly string[] Births = ["birth", "dob", "birthdate", "birthday", "birthyear", "yob", "born"];

    /// <summary>Whether the name speaks of when someone was born.</summary>
    public static bool TellsBirth(string column)
    {
        var name = NameWords.Of(column);
        return !name.Contains(" place ", StringComparison.Ordinal) && Births.Any(word => name.Contains($" {word} ", StringComparison.Ordinal));
    }

    /// <summary>The identifier and the words that told it; null when none did.</summary>
    public static (SafeHarborIdentifier Identifier, string Words)? Match(string column)
    {
        var name = NameWords.Of(column);
        (SafeHarborIdentifier Identifier, string Words)? best = null;
        foreach (var (identifier, phrases) in Rules)
        {
            foreach (var phrase in phrases)
                if (name.Contains($" {phrase} ", StringComparison.Ordinal) && phrase.Length > (best?.Words.Length ?? 0)) best = (identifier, phrase);
        }
        return best;
    }
}
