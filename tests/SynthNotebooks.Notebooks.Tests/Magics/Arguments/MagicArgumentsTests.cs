using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Tests.Hosting;

namespace SynthNotebooks.Notebooks.Tests.Magics;

public class MagicArgumentsTests
{
    public static TheoryData<string, string, object?> Understood => new()
    {
        { "a", "Data", "a" },
        { "--data a", "Data", "a" },
        { "--text b a", "Data", "a" },
        { "a --text value", "Text", "value" },
        { "a --text \"two words\"", "Text", "two words" },
        { "a --text \"\"", "Text", "" },
        { "\"C:\\a b\" --text b", "Data", "C:\\a b" },
        { "C:\\ab", "Data", "C:\\ab" },
        { "sqlite:///tmp/x.db?table=t#f", "Data", "sqlite:///tmp/x.db?table=t#f" },
        { "a --text \"--seed\"", "Text", "--seed" },
        { "a --text \"# no comment\"", "Text", "# no comment" },
        { "a --text \"it's\"", "Text", "it's" },
        { "a --text zip=category", "Text", "zip=category" },
        { "  a   --count   12  ", "Count", 12 },
        { "a --share -.5", "Share", -0.5 },
        { "a --share 1e-9", "Share", 1e-9 },
        { "a --seed 18446744073709551615", "Seed", ulong.MaxValue },
        { "a --colour dark-blue", "Colour", ProbeMagic.Colour.DarkBlue },
        { "a --colour RED", "Colour", ProbeMagic.Colour.Red },
        { "a --items [\"x y\",\"z,\",3]", "Items", new[] { "x y", "z,", "3" } },
        { "a --items x,y", "Items", new[] { "x", "y" } },
        { "a --items x", "Items", new[] { "x" } },
        { "a --quiet", "Quiet", true },
        { "--quiet a", "Data", "a" },
        { "a", "Quiet", false },
        { "a", "Count", 7 },
        { "a --header false", "Header", false },
        { "a --as ages_2", "As", "ages_2" },
        { "@path", "Data", "folder/data.csv" },
        { "a --count @number", "Count", 42 },
        { "a --share @ratio", "Share", 0.25 },
    };

    [Theory, MemberData(nameof(Understood))]
    public async Task What_both_kernels_understand_is_understood(string line, string parameter, object? expected)
    {
        var host = new FakeHost();
        host["path"] = "folder/data.csv";
        host["number"] = 42;
        host["ratio"] = 0.25;

        var given = await ProbeMagic.Given(line, host);

        Assert.Equal(expected, typeof(ProbeMagic.Arguments).GetProperty(parameter)!.GetValue(given));
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "", "#!probe needs data (the value without a name). --data takes a text. Example: #!probe a" },
        { "a --text=b", "Read --text=b; write --text b with a space instead of '='." },
        { "a --text 'x y'", "Read 'x y' in single quotes; put double quotes around a value with spaces." },
        { "a --data b", "data is given twice: 'a' and 'b'. Give it once, with or without --data." },
        { "a b", "data is given twice: 'a' and 'b'. #!probe takes one value without a name (in double quotes if it has spaces), or --data." },
        { "a --quiet true", "data is given twice: 'a' and 'true'. #!probe takes one value without a name (in double quotes if it has spaces), or --data. (--quiet is a flag and takes no value.)" },
        { "a --seed 1 --seed 2", "--seed is given twice; once is enough." },
        { "a --quiet --quiet", "--quiet is given twice; once is enough." },
        { "a --bins 1 --bins 2", "--bins is given twice; once is enough." },
        { "a --items x --items y", "--items is given twice; several values are written as a list: --items [\"a\", \"b\"]." },
        { "a # why", "Read # why; a magic's line takes no comment, put it on a line of its own. (A value that begins so stands in double quotes.)" },
        { "a // why", "Read // why; a magic's line takes no comment, put it on a line of its own. (A value that begins so stands in double quotes.)" },
        { "a --count", "--count has no value. --count takes a whole number, 1 to 100." },
        { "a --count --quiet", "--count has no value. --count takes a whole number, 1 to 100." },
        { "a --count many", "--count takes a whole number, 1 to 100. Read 'many'." },
        { "a --count 101", "--count takes a whole number, 1 to 100. Read '101'." },
        { "a --count 1.5", "--count takes a whole number, 1 to 100. Read '1.5'." },
        { "a --share 1,5", "--share takes a number. Read '1,5'." },
        { "a --share NaN", "--share takes a number. Read 'NaN'." },
        { "a --seed -1", "--seed takes a whole number. Read '-1'." },
        { "a --header maybe", "--header takes true or false. Read 'maybe'." },
        { "a --as 2fast", "--as names a variable; read '2fast', which is no C# identifier (letters, digits and '_', not a digit first, no keyword)." },
        { "a --as class", "--as names a variable; read 'class', which is no C# identifier (letters, digits and '_', not a digit first, no keyword)." },
        { "a --text \"open", "The double quote before open is not closed." },
        { "a --text b\"c", "Read b\"c with a double quote inside; put the quotes around the whole value." },
        { "a --text \"b\"c", "Read \"b\" with 'c' right behind it; put a space between values, and quotes around the whole of a value." },
        { "a --items [\"x\"", "The bracket of [\"x\" is not closed." },
        { "a --items [x]", "Read [x], which is no JSON; a list is written [\"a\", \"b\"]." },
        { "a --items {\"x\":1}", "--items takes a list such as a,b or [\"a\", \"b\"]. Read '{\"x\":1}'." },
        { "a --count @nowhere", "There is no variable 'nowhere'. Known: frame, number." },
        { "@frame", "@frame for --data is a List<int>; '@' takes the value of a text or number variable. To name the variable itself write frame without '@'." },
        { "a -q", "Read -q; options begin with two hyphens. (A value that begins with a hyphen stands in double quotes.)" },
        { "a --", "Read -- alone; an option is --name, a variable's value is @name." },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task What_only_one_kernel_understands_is_refused_with_what_was_read_and_what_is_accepted(string line, string message)
    {
        var host = new FakeHost();
        host["frame"] = new List<int>();
        host["number"] = 3;

        var error = await Assert.ThrowsAsync<MagicException>(() => ProbeMagic.Given(line, host));

        Assert.Equal(message, error.Message);
        Assert.False(host.TryGet("given", out _));
    }

    [Fact]
    public async Task An_unknown_option_names_the_nearest_one()
    {
        var error = await Assert.ThrowsAsync<MagicException>(() => ProbeMagic.Given("a --cuont 3"));

        Assert.Contains("There is no option '--cuont'. Did you mean '--count'? Known: --data, --text, --count,", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("#!probe --help explains them.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_others_are_collected_as_text_and_always_have_a_value()
    {
        var given = await ProbeMagic.Given("--bins 12 a --robust true");

        Assert.Equal(new Dictionary<string, string> { ["bins"] = "12", ["robust"] = "true" }, given.Options);
    }

    [Theory, Seeds(300)]
    public void Any_text_is_read_or_refused(ulong seed)
    {
        var random = new Data.SplitRandom(seed);
        var alphabet = "ab-\"'[]{}@#/=\\ ,1.\t\u202e$<";
        var line = new string([.. Enumerable.Range(0, random.NextBelow(24)).Select(_ => alphabet[random.NextBelow(alphabet.Length)])]);
        try
        {
            MagicArguments.Parse(line, ProbeMagic.Command.Magic);
        }
        catch (MagicException error)
        {
            Assert.NotEmpty(error.Message);
        }
        ProbeMagic.Command.Complete(line, random.NextBelow(line.Length + 1), new FakeHost(), "/");
    }
}
