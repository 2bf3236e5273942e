using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

/// <summary>
/// The host that a call sends to, as far as code says it: in the call, in the request or the client that it is made
/// with, or where the client is registered.
/// </summary>
internal sealed class Destinations(Compilation compilation)
{
    private const int MaxDepth = 4;

    // Properties of clients and requests that hold an address.
    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal)
    {
        "BaseAddress",
        "BaseUrl",
        "RequestUri",
        "Host",
        "ServiceURL",
        "Endpoint",
    };

    // Parameters that take the name of a host by itself.
    private static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "host",
        "hostName",
        "server",
        "serverName",
    };

    private readonly SourceBodies _bodies = SourceBodies.Of(compilation);
    private readonly RegisteredClients _registered = RegisteredClients.Of(compilation);

    /// <summary>The host that a call sends to; empty where the code does not say it.</summary>
    /// <param name="instance">What the call is made of.</param>
    /// <param name="arguments">What it is given, the address before what is sent.</param>
    /// <param name="owner">The member that the call stands in.</param>
    public string HostOf(IOperation? instance, IEnumerable<IOperation> arguments, ISymbol owner) =>
        arguments
            .SelectMany(a => In(a, MaxDepth))
            .Concat(instance is null ? Enumerable.Empty<string>() : In(instance, MaxDepth))
            .Concat(instance is null || !IsClient(instance.Type) ? Enumerable.Empty<string>() : OfType(owner))
            .FirstOrDefault()
        ?? "";

    private static bool IsClient(ITypeSymbol? type) => type is { Name: "HttpClient", IsFramework: true };

    // class BillClient(HttpClient http), services.AddHttpClient<BillClient>(c => c.BaseAddress = …)
    private IEnumerable<string> OfType(ISymbol owner) =>
        owner.ContainingType is { } type
            ? type.AllInterfaces.Prepend(type).Select(t => _registered.HostOf(t.Name)).OfType<string>().Take(1)
            : Enumerable.Empty<string>();

    private IEnumerable<string> In(IOperation value, int depth) =>
        depth == 0
            ? Enumerable.Empty<string>()
            : value
                .DescendantsAndSelf()
                .Where(o => o is not IAnonymousFunctionOperation)
                .SelectMany(o => Said(o, depth));

    private IEnumerable<string> Said(IOperation operation, int depth)
    {
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: string text } }:
                return HostIn(text, IsHostName(operation));
            case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }:
                return HostIn(text, false);
            case ILocalReferenceOperation local:
                return LocalUses
                    .Of(local)
                    .ValuesOf(local.Local)
                    .SelectMany(v => In(v, depth - 1))
                    .Concat(LocalUses.Of(local).ReferencesTo(local.Local).SelectMany(r => SetBy(r, depth)));
            case IParameterReferenceOperation parameter:
                return LocalUses.Of(parameter).ReferencesTo(parameter.Parameter).SelectMany(r => SetBy(r, depth));
            case IFieldReferenceOperation { Field: { } field }:
                return OfMember(field, depth);
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property }:
                return OfMember(property, depth);
            case IInvocationOperation { TargetMethod.Name: "CreateClient", Arguments: { Length: > 0 } given }
                when given[given.Length - 1].Value.ConstantValue is { HasValue: true, Value: string name }:
                return _registered.HostOf(name) is { } host ? new[] { host } : Enumerable.Empty<string>();
            default:
                return Enumerable.Empty<string>();
        }
    }

    // client.BaseAddress = new Uri(…), smtp.Connect("smtp.example.jp", 465)
    private IEnumerable<string> SetBy(IOperation reference, int depth) =>
        reference.Parent switch
        {
            IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation set, Property: { } property } target
                when set.Target == target && Addresses.Contains(property.Name) => In(set.Value, depth - 1),
            IInvocationOperation call when call.Instance == reference => call
                .Arguments.Where(a => Hosts.Contains(a.Parameter?.Name ?? ""))
                .SelectMany(a => In(a.Value, depth - 1)),
            _ => Enumerable.Empty<string>(),
        };

    private IEnumerable<string> OfMember(ISymbol member, int depth) =>
        member
            .DeclaringSyntaxReferences.Select(r => r.GetSyntax())
            .Where(_bodies.Holds)
            .Select(InitializerOf)
            .OfType<SyntaxNode>()
            .Select(_bodies.Bind)
            .OfType<IOperation>()
            .SelectMany(v => In(v, depth - 1));

    private static SyntaxNode? InitializerOf(SyntaxNode declaration) =>
        declaration switch
        {
            Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax variable => variable.Initializer,
            Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax property => (SyntaxNode?)property.Initializer
                ?? property.ExpressionBody,
            _ => null,
        };

    private static bool IsHostName(IOperation text) =>
        text.ParentBeyondConversions() switch
        {
            IArgumentOperation argument => Hosts.Contains(argument.Parameter?.Name ?? ""),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Host" } } => true,
            _ => false,
        };

    private static IEnumerable<string> HostIn(string text, bool isName)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0)
            return new[] { uri.Host };
        return isName && text.IndexOf('.') > 0 ? new[] { text } : Enumerable.Empty<string>();
    }
}
