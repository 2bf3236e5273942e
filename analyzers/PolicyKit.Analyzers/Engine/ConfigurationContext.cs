using System.Collections.Immutable;

namespace PolicyKit.Analyzers.Engine;

/// <summary>A configuration file that a rule looks at.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="File">The file.</param>
/// <param name="Found">Receives the findings.</param>
internal readonly record struct ConfigurationContext(
    RuleContext Rule,
    ConfigurationFile File,
    Action<RuleFinding> Found
)
{
    /// <summary>Reports a value. Arguments are user text: it is made visible, and must hold no secret.</summary>
    public void Report(ConfigurationEntry entry, string key, params object[] arguments) =>
        Rule.Report(Found, File, entry, key, arguments);
}
