using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// The hosts of clients that a program registers: <c>AddHttpClient&lt;BillClient&gt;(c => c.BaseAddress = …)</c>, and
/// by a name. Read from syntax, because a registration stands in any file.
/// </summary>
internal sealed class RegisteredClients
{
    private const string Call = "AddHttpClient";

    private static readonly ConditionalWeakTable<Compilation, RegisteredClients> All = new();

    private readonly Dictionary<string, string> _hosts = new(StringComparer.Ordinal);

    private RegisteredClients(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            // Hardly any file registers one.
            if (tree.GetText().ToString().IndexOf(Call, StringComparison.Ordinal) < 0)
                continue;
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
                if (call.Expression is MemberAccessExpressionSyntax { Name: { Identifier.ValueText: Call } name })
                    Add(call, name);
        }
    }

    public static RegisteredClients Of(Compilation compilation) =>
        All.GetValue(compilation, static c => new RegisteredClients(c));

    /// <summary>The host of a client, by its type or its name; null for one that is not known.</summary>
    public string? HostOf(string name) => _hosts.TryGetValue(name, out var host) ? host : null;

    private void Add(InvocationExpressionSyntax call, SimpleNameSyntax name)
    {
        SyntaxNode whole = call;
        while (whole.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax)
            whole = whole.Parent;
        var host = Texts(whole)
            .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri.Host : "")
            .FirstOrDefault(h => h.Length > 0);
        if (host is null)
            return;
        if (name is GenericNameSyntax generic)
            foreach (var type in generic.TypeArgumentList.Arguments)
                _hosts[type.ToString().Split('.').Last()] = host;
        if (
            call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax
            {
                Token.Value: string id
            }
        )
            _hosts[id] = host;
    }

    private static IEnumerable<string> Texts(SyntaxNode code) =>
        code.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(l => l.Token.Value).OfType<string>();
}
