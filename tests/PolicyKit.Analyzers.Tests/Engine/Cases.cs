namespace PolicyKit.Analyzers.Tests.Engine;

/// <summary>Sources by a sentence that says what is in them: the sentence is what a failing row shows.</summary>
public sealed class Cases : TheoryData<string>
{
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>The source of a case.</summary>
    public string this[string name] => _sources[name];

    /// <summary>Adds a case; a sentence is used once.</summary>
    public void Add(string name, string source)
    {
        _sources.Add(name, source);
        Add(name);
    }
}
