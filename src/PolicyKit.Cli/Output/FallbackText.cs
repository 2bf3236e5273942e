using PolicyKit.Cli.Failures;
using PolicyKit.Messages;
using PolicyKit.Packs;

namespace PolicyKit.Cli.Output;

/// <summary>The controls that cite a provision above because the policy does not have their own, for people.</summary>
internal static class FallbackText
{
    public static void Write(PolicyPack pack, Terminal terminal, MessageLanguage language)
    {
        if (pack.Fallbacks.Count == 0 || pack.Policy is not { } policy)
            return;
        terminal.Line(CliException.Messages.Format("fallback.title", language, pack.Fallbacks.Count));
        foreach (var group in pack.Fallbacks.GroupBy(f => (f.Canonical, f.Cited, f.IsMeasureMissing)))
        {
            var numbers = string.Join(", ", group.Select(f => f.Number));
            var cited = group.Key.Cited is { } id ? $"{policy.Cite(id)} {policy.Find(id)?.Heading}".TrimEnd() : "—";
            var key = group.Key.IsMeasureMissing ? "fallback.measure" : "fallback.provision";
            terminal.Line("  " + CliException.Messages.Format(key, language, group.Key.Canonical, cited, numbers));
        }
    }
}
