namespace PolicyKit.Analyzers.Tests.Fixes;

/// <summary>What fixes make of code, by the rule and a sentence: they are what a failing row shows.</summary>
public sealed class FixCases : TheoryData<string, string>
{
    private readonly Dictionary<string, (string Before, string After)> _cases = new(StringComparer.Ordinal);

    /// <summary>The code of a case with its finding marked, and what it becomes.</summary>
    public (string Before, string After) this[string name] => _cases[name];

    /// <summary>Adds a case; a sentence is used once.</summary>
    public void Add(string rule, string name, string before, string after)
    {
        _cases.Add(name, (before, after));
        Add(rule, name);
    }

    /// <summary>Adds a case that stays as it is.</summary>
    public void Add(string rule, string name, string unchanged) => Add(rule, name, unchanged, unchanged);
}
