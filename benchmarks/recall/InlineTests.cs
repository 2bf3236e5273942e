using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Tests whose sources are texts in the code of the test (SecurityCodeScan, the analyzers of the SDK): a source is bad where the call that checks it names a finding, or where the source marks one.</summary>
internal static class InlineTests
{
    private static readonly Regex Mark = new(@"\[\||\{\|(?:[A-Z]+\d+):", RegexOptions.CultureInvariant);

    private static readonly Regex Marks = new(@"\[\||\|\]|\{\|[A-Z]+\d+:|\|\}", RegexOptions.CultureInvariant);

    /// <summary>The sources in a file of tests.</summary>
    public static IEnumerable<Snippet> In(string path)
    {
        var root = CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetCompilationUnitRoot();
        foreach (var method in root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(IsTest))
        foreach (var (row, values) in RowsOf(method).Select((values, row) => (row, values)))
        foreach (var call in method.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(Verifies))
        {
            var arguments = call.ArgumentList.Arguments;
            if (IsSkipped(call, method, values) || TextOf(arguments[0].Expression, method, values) is not { } text)
                continue;
            yield return new(
                $"{Path.GetFileName(path)}:{method.Identifier.Text}:{row}",
                [($"{method.Identifier.Text}.cs", Marks.Replace(text, ""))],
                Mark.IsMatch(text) || arguments.Count > 1 && Expects(arguments[1].Expression)
            );
        }
    }

    // An argument that only configures the run is no finding.
    private static bool Expects(ExpressionSyntax argument) =>
        argument.ToString() is var text
        && (
            text.StartsWith("GetCSharpResultAt", StringComparison.Ordinal)
            || text.Contains("xpected", StringComparison.Ordinal)
            || text.StartsWith("new DiagnosticResult", StringComparison.Ordinal)
            || text.StartsWith("VerifyCS.Diagnostic", StringComparison.Ordinal)
        );

    private static bool IsTest(MethodDeclarationSyntax method) =>
        method
            .AttributeLists.SelectMany(l => l.Attributes)
            .Any(a => a.Name.ToString() is "Fact" or "Theory" or "TestMethod" or "DataTestMethod");

    private static bool Verifies(InvocationExpressionSyntax call) =>
        call.Expression.ToString()
            is "VerifyCS.VerifyAnalyzerAsync"
                or "VerifyCSharpAnalyzerAsync"
                or "VerifyCSharpDiagnostic"
                or "VerifyCSharpAcrossTwoAssembliesAsync"
        && call.ArgumentList.Arguments.Count > 0;

    private static List<IReadOnlyDictionary<string, object?>> RowsOf(MethodDeclarationSyntax method)
    {
        var names = method.ParameterList.Parameters.Select(p => p.Identifier.Text).ToList();
        var rows = method
            .AttributeLists.SelectMany(l => l.Attributes)
            .Where(a => a.Name.ToString() is "DataRow" or "InlineData" && a.ArgumentList is not null)
            .Select(a => a.ArgumentList!.Arguments.Where(v => v.NameEquals is null).ToList())
            .Where(values => values.Count == names.Count || TakesMore(method) && values.Count >= names.Count - 1)
            .Select(values => RowOf(method, names, values))
            .ToList();
        return rows.Count > 0 || names.Count > 0 ? rows : [new Dictionary<string, object?>()];
    }

    private static bool TakesMore(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.LastOrDefault()?.Modifiers.Any(SyntaxKind.ParamsKeyword) == true;

    // What params takes is only asked whether it is empty.
    private static IReadOnlyDictionary<string, object?> RowOf(
        MethodDeclarationSyntax method,
        List<string> names,
        List<AttributeArgumentSyntax> values
    )
    {
        var row = names
            .Zip(values, (n, v) => (n, Value: ConstantOf(v.Expression)))
            .ToDictionary(p => p.n, p => p.Value);
        if (TakesMore(method))
            row[names[^1] + ".Any()"] = values.Count >= names.Count;
        return row;
    }

    private static object? ConstantOf(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax literal ? literal.Token.Value : TextOf(value, null, null);

    // if (row says so) … else …: the branch that this row does not take.
    private static bool IsSkipped(
        InvocationExpressionSyntax call,
        MethodDeclarationSyntax method,
        IReadOnlyDictionary<string, object?> values
    )
    {
        foreach (var branch in call.Ancestors().TakeWhile(n => n != method).OfType<IfStatementSyntax>())
        {
            var isNot = branch.Condition is PrefixUnaryExpressionSyntax;
            var name = branch.Condition.ToString().TrimStart('!');
            if (!values.TryGetValue(name, out var value) || value is not bool says)
                continue;
            var isElse = branch.Else is { } other && other.Span.Contains(call.Span);
            if (says == (isElse != isNot))
                return true;
        }

        return false;
    }

    private static string? TextOf(
        ExpressionSyntax text,
        MethodDeclarationSyntax? method,
        IReadOnlyDictionary<string, object?>? values
    )
    {
        switch (text)
        {
            case ParenthesizedExpressionSyntax inner:
                return TextOf(inner.Expression, method, values);
            case LiteralExpressionSyntax { Token.Value: string literal }:
                return literal;
            case BinaryExpressionSyntax both when both.IsKind(SyntaxKind.AddExpression):
                return TextOf(both.Left, method, values) is { } left && TextOf(both.Right, method, values) is { } right
                    ? left + right
                    : null;
            // A source with a part that only the test's code knows is none.
            case InterpolatedStringExpressionSyntax parts
                when parts
                    .Contents.OfType<InterpolationSyntax>()
                    .All(h => TextOf(h.Expression, method, values) is not null):
                return string.Concat(
                    parts.Contents.Select(p =>
                        p is InterpolatedStringTextSyntax plain ? Written(plain)
                        : p is InterpolationSyntax hole ? TextOf(hole.Expression, method, values)
                        : ""
                    )
                );
            case IdentifierNameSyntax name when values?.TryGetValue(name.Identifier.Text, out var value) == true:
                return value?.ToString();
            case IdentifierNameSyntax name:
                return method is null ? null : InitializerOf(name.Identifier.Text, method, values);
            default:
                return null;
        }
    }

    // The token keeps the braces that stand twice.
    private static string Written(InterpolatedStringTextSyntax part) =>
        part.TextToken.Text.Replace("{{", "{").Replace("}}", "}").Replace("\"\"", "\"");

    private static string? InitializerOf(
        string name,
        MethodDeclarationSyntax method,
        IReadOnlyDictionary<string, object?>? values
    ) =>
        method
            .DescendantNodes()
            .Concat(method.Parent!.ChildNodes().OfType<FieldDeclarationSyntax>().SelectMany(f => f.DescendantNodes()))
            .OfType<VariableDeclaratorSyntax>()
            .FirstOrDefault(v => v.Identifier.Text == name)
            ?.Initializer
            is { } initializer
            ? TextOf(initializer.Value, method, values)
            : null;
}
