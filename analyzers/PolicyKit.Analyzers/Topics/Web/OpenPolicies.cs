using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Policies of authorization that let everybody in: all that they require is an assertion that always holds. Read
/// from syntax, because a policy may stand in any file.
/// </summary>
internal static class OpenPolicies
{
    private static readonly ConditionalWeakTable<Compilation, HashSet<string>> Known = new();

    /// <summary>Whether what is written builds such a policy.</summary>
    public static bool Is(SyntaxNode policy)
    {
        var isOpen = false;
        foreach (var call in policy.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            var name = NameOf(call);
            if (name == "RequireAssertion" && call.ArgumentList.Arguments.Count == 1)
            {
                if (!CallbackVerdict.Accepts(call.ArgumentList.Arguments[0].Expression, -1))
                    return false;
                isOpen = true;
            }
            else if (name.StartsWith("Require", StringComparison.Ordinal) || name is "AddRequirements" or "Combine")
                return false;
        }

        return isOpen;
    }

    /// <summary>The names under which such policies are registered.</summary>
    public static ISet<string> NamesIn(Compilation compilation) => Known.GetValue(compilation, Find);

    private static HashSet<string> Find(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            // Hardly any file asserts anything.
            if (tree.GetText().ToString().IndexOf("RequireAssertion", StringComparison.Ordinal) < 0)
                continue;
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
                if (
                    NameOf(call) == "AddPolicy"
                    && call.ArgumentList.Arguments is { Count: 2 } arguments
                    && arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string name }
                    && Is(arguments[1].Expression)
                )
                    names.Add(name);
        }

        return names;
    }

    private static string NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
}
