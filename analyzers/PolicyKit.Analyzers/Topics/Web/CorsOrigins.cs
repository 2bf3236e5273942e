using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>The origins whose pages a policy lets in, as far as the program and its configuration show them.</summary>
internal static class CorsOrigins
{
    private const string Allow = "Access-Control-Allow-Origin";
    private const string Credentials = "Access-Control-Allow-Credentials";

    /// <summary>
    /// The origins that an operation adds: <c>WithOrigins("https://a", "https://b")</c>, <c>policy.Origins.Add(…)</c>,
    /// <c>headers.AccessControlAllowOrigin = "https://a"</c>.
    /// </summary>
    public static IEnumerable<StringValue> Named(IOperation operation) =>
        Given(operation).SelectMany(ListedValues.Of).SelectMany(StringValueTracker.Of);

    private static IEnumerable<IOperation> Given(IOperation operation)
    {
        if (
            operation is IInvocationOperation call
            && (CorsPolicy.IsOfBuilder(call, "WithOrigins") || CorsPolicy.AddsToOrigins(call))
        )
            return call.Arguments.Select(a => a.Value);
        return Header(operation) is { Name: Allow } header ? new[] { header.Value } : Enumerable.Empty<IOperation>();
    }

    /// <summary>Whether an entry of a configuration names an origin: <c>Cors:AllowedOrigins:0</c>.</summary>
    public static bool IsOrigin(ConfigurationEntry entry)
    {
        var words = IdentifierWords.Split(entry.Key.Replace(':', ' ')).ToList();
        return words.Contains("cors") && words.Any(w => w is "origin" or "origins" or "alloworigins");
    }

    /// <summary>
    /// The place where code answers any origin with its own name and allows credentials: it writes the headers itself.
    /// </summary>
    public static SyntaxNode? Reflection(IOperation operation)
    {
        if (Header(operation) is not { Name: Allow } set || !IsOriginOfRequest(set.Value))
            return null;
        IOperation body = operation;
        while (body.Parent is { } parent and not IAnonymousFunctionOperation)
            body = parent;
        return
            body.Descendants()
                .Select(Header)
                .Any(h => h is { Name: Credentials } && StringValueTracker.Of(h.Value.Value).Any(v => v.Text == "true"))
            && !IsCompared(body)
            ? operation.Syntax
            : null;
    }

    // headers["Access-Control-Allow-Origin"] = …, headers.Append("Access-Control-Allow-Origin", …),
    // headers.AccessControlAllowOrigin = …
    private static (string Name, IOperation Value)? Header(IOperation operation) =>
        operation switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
                when Namespaces.IsFramework(target.Property.ContainingType) => NameOf(target) is { } name
                ? (name, assignment.Value)
                : null,
            IInvocationOperation
            {
                TargetMethod.Name: "Append" or "Add" or "TryAdd",
                Arguments: { Length: >= 2 } given
            } => Constant(given[given.Length - 2].Value) is { } name ? (name, given[given.Length - 1].Value) : null,
            _ => null,
        };

    private static string? NameOf(IPropertyReferenceOperation target) =>
        target.Property.Name switch
        {
            "AccessControlAllowOrigin" => Allow,
            "AccessControlAllowCredentials" => Credentials,
            _ => target.Arguments.Length == 1 ? Constant(target.Arguments[0].Value) : null,
        };

    private static string? Constant(IOperation value) =>
        value.UnwrapConversions().ConstantValue is { HasValue: true, Value: string text } ? text : null;

    // request.Headers["Origin"], request.Headers.Origin, and a local that keeps it.
    private static bool IsOriginOfRequest(IOperation value)
    {
        var origin = value.UnwrapConversions() is ILocalReferenceOperation local
            ? LocalUses.Of(local).OriginOf(local) ?? TriedFor(local) ?? value
            : value;
        return origin
            .DescendantsAndSelf()
            .Any(o =>
                o
                    is IPropertyReferenceOperation
                    {
                        Property: { Name: "Origin", ContainingType: { Name: "IHeaderDictionary", IsFramework: true } }
                    }
                || (
                    o is IInvocationOperation { TargetMethod.Name: "TryGetValue", Arguments: { Length: 2 } tried }
                    && Constant(tried[0].Value) == "Origin"
                )
                || (
                    o is IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } index }
                    && Constant(index[0].Value) == "Origin"
                )
            );
    }

    // headers.TryGetValue("Origin", out var origin)
    private static IOperation? TriedFor(ILocalReferenceOperation local)
    {
        IOperation body = local;
        while (body.Parent is { } parent)
            body = parent;
        return body.Descendants()
            .OfType<IInvocationOperation>()
            .FirstOrDefault(c =>
                c.TargetMethod.Name == "TryGetValue"
                && c.Arguments.Any(a =>
                    a.Parameter?.RefKind == RefKind.Out
                    && a.Value.DescendantsAndSelf()
                        .OfType<ILocalReferenceOperation>()
                        .Any(l => SymbolEqualityComparer.Default.Equals(l.Local, local.Local))
                )
            );
    }

    // What looks the origin up in a list, or compares it, decides.
    private static bool IsCompared(IOperation body) =>
        body.Descendants()
            .Any(o =>
                o
                    is IInvocationOperation
                        {
                            TargetMethod.Name: "Contains"
                                or "Any"
                                or "Equals"
                                or "IsMatch"
                                or "StartsWith"
                                or "EndsWith"
                        }
                        or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals }
            );
}
