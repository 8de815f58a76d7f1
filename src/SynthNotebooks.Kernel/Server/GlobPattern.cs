namespace SynthNotebooks.Kernel.Server;

/// <summary>Patterns of history search: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[^a-z]</c>; they fit the whole text, with case.</summary>
/// <remarks>The rules of SQLite's GLOB, which IPython's history follows. O(text × pattern) at worst; an unclosed bracket stands for itself.</remarks>
internal sealed class GlobPattern(string pattern)
{
    public bool Matches(string text)
    {
        int t = 0, p = 0, starAt = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (starAt, resume) = (p++, t);
            }
            else if (p < pattern.Length && TryOne(text[t], p, out var next))
            {
                (t, p) = (t + 1, next);
            }
            else if (starAt >= 0)
            {
                (t, p) = (++resume, starAt + 1); // let the last star take one character more
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private bool TryOne(char character, int p, out int next)
    {
        next = p + 1;
        if (pattern[p] == '?') return true;
        if (pattern[p] != '[') return pattern[p] == character;

        var negated = p + 1 < pattern.Length && pattern[p + 1] == '^';
        var first = negated ? p + 2 : p + 1;
        var close = first < pattern.Length ? pattern.IndexOf(']', first + 1) : -1; // a bracket in the first place is a member
        if (close < 0) return character == '[';
        next = close + 1;
        return InSet(character, first, close) != negated;
    }

    private bool InSet(char character, int at, int close)
    {
        while (at < close)
        {
            var isRange = at + 2 < close && pattern[at + 1] == '-';
            var last = isRange ? pattern[at + 2] : pattern[at];
            if (character >= pattern[at] && character <= last) return true;
            at += isRange ? 3 : 1;
        }
        return false;
    }
}
