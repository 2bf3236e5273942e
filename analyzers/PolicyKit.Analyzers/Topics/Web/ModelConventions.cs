using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Conventions of the system's own that put a filter of authorization on its controllers:
/// options.Conventions.Add(new AuthorizeByDefault()). Read from syntax: they may stand in any file. That one of them
/// leaves some controllers out is not seen.
/// </summary>
internal static class ModelConventions
{
    private static readonly HashSet<string> Interfaces = new(StringComparer.Ordinal)
    {
        "IApplicationModelConvention",
        "IControllerModelConvention",
        "IActionModelConvention",
    };

    /// <summary>Whether a call adds such a convention.</summary>
    public static bool Decide(IInvocationOperation call) =>
        call
            .Arguments.Select(a => a.Value.UnwrapConversions().Type)
            .OfType<INamedTypeSymbol>()
            .Any(type =>
                type.AllInterfaces.Any(i => Interfaces.Contains(i.Name) && i.IsFramework)
                && type.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantTokens())
                    .Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == "AuthorizeFilter")
            );
}
