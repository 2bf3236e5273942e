using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Framework;

/// <summary>Code of tests: classes with a method that xUnit, NUnit or MSTest runs.</summary>
internal static class TestCode
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal) { "Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestMethod", "DataTestMethod" };

    /// <summary>Whether a place stands in such a class.</summary>
    public static bool Holds(SyntaxNode place) => place.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.Members.OfType<MethodDeclarationSyntax>().Any(IsTest));

    private static bool IsTest(MethodDeclarationSyntax method) => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => Attributes.Contains(NameOf(attribute.Name)));

    private static string NameOf(NameSyntax name)
    {
        var text = name switch { QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText, AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText, SimpleNameSyntax simple => simple.Identifier.ValueText, _ => "" };
        return text.EndsWith("Attribute", StringComparison.Ordinal) ? text.Substring(0, text.Length - "Attribute".Length) : text;
    }
}
