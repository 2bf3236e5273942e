using System.Runtime.CompilerServices;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// Whether a program sends those who come without TLS to where there is some: then it may listen in both ways. Asked
/// of the text: hardly any program asks.
/// </summary>
internal static class Redirections
{
    private static readonly ConditionalWeakTable<Compilation, object> Known = new();

    private static readonly string[] Calls =
    {
        "UseHttpsRedirection",
        "AddRedirectToHttps",
        "RequireHttpsAttribute",
        "RedirectPermanent(\"https",
    };

    public static bool AreIn(Compilation compilation) => (bool)Known.GetValue(compilation, static c => Find(c));

    private static object Find(Compilation compilation) =>
        compilation.SyntaxTrees.Any(tree =>
            tree.GetText().ToString() is var text
            && Array.Exists(Calls, call => text.IndexOf(call, StringComparison.Ordinal) >= 0)
        );
}
