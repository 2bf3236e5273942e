using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.CodeFixes.Fixes;

/// <summary>The attribute of the class that the name proposes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PK2001_UnclassifiedPersonalDataFix()
    : PolicyFix("PK2001", "分類の属性を付ける", "Add the classification attribute")
{
    private static readonly Regex Proposed = new(@"\[(Confidentiality\w+)\]", RegexOptions.CultureInvariant);

    private protected override (SyntaxNode Old, SyntaxNode? New)? Change(FixPlace at)
    {
        // The class stands in what the finding advises.
        var advice = at.Diagnostic.Properties.Values.FirstOrDefault(v => v is not null && Proposed.IsMatch(v));
        if (advice is null)
            return null;
        var name = Proposed.Match(advice).Groups[1].Value;
        // A project without PolicyKit.Annotations has to refer to it first.
        if (at.Model.Compilation.GetTypeByMetadataName($"PolicyKit.Annotations.{name}Attribute") is null)
            return null;
        var attribute = SyntaxFactory.AttributeList(
            SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.Attribute(SyntaxFactory.ParseName("PolicyKit.Annotations." + name))
            )
        );
        return at
            .Node.AncestorsAndSelf()
            .FirstOrDefault(n => n is PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax) switch
        {
            ParameterSyntax parameter => (
                parameter,
                parameter
                    .WithoutLeadingTrivia()
                    .WithAttributeLists(
                        parameter.AttributeLists.Insert(0, attribute.WithTrailingTrivia(SyntaxFactory.Space))
                    )
                    .WithLeadingTrivia(parameter.GetLeadingTrivia())
            ),
            MemberDeclarationSyntax member => (member, With(member, attribute)),
            _ => null,
        };
    }

    private static MemberDeclarationSyntax With(MemberDeclarationSyntax member, AttributeListSyntax attribute)
    {
        var bare = member.WithoutLeadingTrivia();
        return bare.WithAttributeLists(
                bare.AttributeLists.Insert(0, attribute.WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed))
            )
            .WithLeadingTrivia(member.GetLeadingTrivia());
    }
}
