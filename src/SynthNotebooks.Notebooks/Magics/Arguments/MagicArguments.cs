using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>The arguments of one line, checked against what the magic takes; values are still text.</summary>
public sealed class MagicArguments
{
    private readonly Dictionary<MagicParameter, MagicToken> _own;
    private readonly Dictionary<string, MagicToken> _passed;

    private MagicArguments(MagicDescriptor magic, Dictionary<MagicParameter, MagicToken> own, Dictionary<string, MagicToken> passed) =>
        (Magic, _own, _passed) = (magic, own, passed);

    /// <summary>The magic that the line calls.</summary>
    public MagicDescriptor Magic { get; }

    /// <summary>Reads one line: <c>--name value</c>, flags without value, one value without its name; double quotes, JSON lists, <c>@variable</c>.</summary>
    /// <param name="text">Everything after the magic's name.</param>
    /// <param name="magic">What it takes.</param>
    /// <exception cref="MagicException">The line cannot be read, or asks for what the magic does not take.</exception>
    public static MagicArguments Parse(string text, MagicDescriptor magic)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(magic);
        var own = new Dictionary<MagicParameter, MagicToken>();
        var passed = new Dictionary<string, MagicToken>(StringComparer.Ordinal);
        var tokens = MagicTokenizer.Read(text);
        MagicToken? flag = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind != MagicTokenKind.Option)
            {
                AddPositional(token);
                continue;
            }
            var parameter = magic.Find(token.Text);
            if (parameter is null && !magic.PassThrough.Any(option => option.Name == token.Text)) throw Unknown(token.Text, magic);
            if (parameter is { IsFlag: true })
            {
                AddOwn(parameter, token);
                flag = token;
                continue;
            }
            if (i + 1 == tokens.Count || tokens[i + 1].Kind == MagicTokenKind.Option)
                throw new MagicException($"--{token.Text} has no value. {ArgumentText.Accepts(parameter ?? magic.PassThrough.First(option => option.Name == token.Text))}");
            if (parameter is not null) AddOwn(parameter, tokens[++i]);
            else if (!passed.TryAdd(token.Text, tokens[++i])) throw Repeated(token.Text, isList: false);
        }
        RequireAll();
        return new(magic, own, passed);

        void AddPositional(MagicToken token)
        {
            if (magic.Positional is not { } parameter)
                throw new MagicException($"{magic.Name} takes no value without a name; read '{token.Text}'.{FlagHint()}");
            if (own.TryGetValue(parameter, out var first))
                throw new MagicException($"{parameter.Name} is given twice: '{first.Text}' and '{token.Text}'. {magic.Name} takes one value without a name (in double quotes if it has spaces), or --{parameter.Name}.{FlagHint()}");
            own.Add(parameter, token);
        }

        string FlagHint() => flag is { } given ? $" (--{given.Text} is a flag and takes no value.)" : "";

        void AddOwn(MagicParameter parameter, MagicToken token)
        {
            if (own.TryAdd(parameter, token)) return;
            throw parameter.IsPositional
                ? new MagicException($"{parameter.Name} is given twice: '{own[parameter].Text}' and '{token.Text}'. Give it once, with or without --{parameter.Name}.")
                : Repeated(parameter.Name, parameter.Type == typeof(IReadOnlyList<string>));
        }

        void RequireAll()
        {
            var missing = magic.Parameters.Where(parameter => parameter.IsRequired && !own.ContainsKey(parameter)).ToArray();
            if (missing.Length == 0) return;
            var named = string.Join(" and ", missing.Select(parameter => parameter.IsPositional ? $"{parameter.Name} (the value without a name)" : $"--{parameter.Name}"));
            throw new MagicException($"{magic.Name} needs {named}. {string.Join(" ", missing.Select(ArgumentText.Accepts))} Example: {magic.Example}");
        }
    }

    internal bool TryGet(MagicParameter parameter, out MagicToken token) => _own.TryGetValue(parameter, out token);

    internal IReadOnlyDictionary<string, MagicToken> Passed => _passed;

    private static MagicException Unknown(string name, MagicDescriptor magic)
    {
        var known = magic.Parameters.Concat(magic.PassThrough).Select(parameter => "--" + parameter.Name).Distinct();
        return new(UnknownColumn.Message("option", "--" + name, known) + $" {magic.Name} --help explains them.");
    }

    private static MagicException Repeated(string name, bool isList) => new(isList
        ? $"--{name} is given twice; several values are written as a list: --{name} [\"a\", \"b\"]."
        : $"--{name} is given twice; once is enough.");
}
