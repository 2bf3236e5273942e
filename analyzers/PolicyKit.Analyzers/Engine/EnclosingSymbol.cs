using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Engine;

/// <summary>
/// The name of the declaration that holds a place, as a waiver writes it: <c>Namespace.Type.Member</c>. Read from the
/// syntax alone.
/// </summary>
internal static class EnclosingSymbol
{
    public static string? Of(Location location)
    {
        if (location.SourceTree is not { } tree)
            return null;
        var names = new List<string>();
        for (var node = tree.GetRoot().FindNode(location.SourceSpan); node is not null; node = node.Parent!)
            if (NameOf(node) is { } name)
                names.Add(name);
        names.Reverse();
        return names.Count == 0 ? null : string.Join(".", names);
    }

    private static string? NameOf(SyntaxNode node) =>
        node switch
        {
            BaseNamespaceDeclarationSyntax n => n.Name.ToString(),
            BaseTypeDeclarationSyntax t => t.Identifier.Text,
            MethodDeclarationSyntax m => m.Identifier.Text,
            PropertyDeclarationSyntax p => p.Identifier.Text,
            ConstructorDeclarationSyntax => ".ctor",
            // A field is a declarator outside any body; a local is one inside.
            VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } v => v.Identifier.Text,
            _ => null,
        };
}
