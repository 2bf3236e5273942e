using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// Calls by which a program says where it listens: UseUrls, Urls.Add, Run(url), HttpListener.Prefixes.Add,
/// ListenAnyIP.
/// </summary>
internal static class ListeningCalls
{
    /// <summary>
    /// The places at an operation where a program listens without TLS, each with its scheme; none where it listens
    /// with TLS, too, and sends everybody there.
    /// </summary>
    public static IEnumerable<(SyntaxNode Place, string Scheme)> InClear(IOperation operation, ISet<string> schemes)
    {
        if (operation is not IInvocationOperation call)
            yield break;
        if (IsOfKestrel(call))
        {
            if (
                !UsesTls(call)
                && !(
                    BodyOf(call).OfType<IInvocationOperation>().Any(c => IsOfKestrel(c) && UsesTls(c))
                    && Redirects(call)
                )
            )
                yield return (OperationFacts.NameOf(call), "http");
            yield break;
        }

        if (!Listens(call))
            yield break;
        var texts = TextsOf(call).ToList();
        if (
            texts.Count == 0
            || (
                BodyOf(call)
                    .OfType<IInvocationOperation>()
                    .Where(Listens)
                    .SelectMany(TextsOf)
                    .Any(t => ListeningAddresses.In(t.Text).Any(a => !schemes.Contains(a.Scheme))) && Redirects(call)
            )
        )
            yield break;
        foreach (var text in texts)
            if (
                ListeningAddresses
                    .In(text.Text)
                    .Where(a => schemes.Contains(a.Scheme) && !a.IsLoopback)
                    .Select(a => a.Scheme)
                    .FirstOrDefault() is
                { } scheme
            )
                yield return (text.Origin, scheme);
    }

    private static readonly string[] Variables = { "ASPNETCORE_URLS", "DOTNET_URLS", "URLS" };
    private static readonly string[] Settings = { "urls" };

    private static bool Redirects(IOperation operation) =>
        operation.SemanticModel?.Compilation is { } compilation && Redirections.AreIn(compilation);

    private static bool IsKey(IOperation name, string[] keys) =>
        name.UnwrapConversions().ConstantValue is { HasValue: true, Value: string key }
        && keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    private static bool Listens(IInvocationOperation call) =>
        call.TargetMethod switch
        {
            { Name: "UseUrls", IsExtensionMethod: true } => true,
            { Name: "SetEnvironmentVariable", ContainingType: { Name: "Environment", IsFramework: true } } => IsKey(
                call.Arguments[0].Value,
                Variables
            ),
            { Name: "UseSetting", ContainingType: { } host } => Namespaces.IsFramework(host)
                && call.Arguments.Any(a => IsKey(a.Value, Settings)),
            { Name: "Run" or "RunAsync", ContainingType: { Name: "WebApplication" } type } => Namespaces.IsFramework(
                type
            ),
            { Name: "Add" } => call.Instance
                is IPropertyReferenceOperation
                {
                    Property:
                    { Name: "Urls" or "Prefixes", ContainingType: { Name: "WebApplication" or "HttpListener" } owner }
                }
                && Namespaces.IsFramework(owner),
            _ => false,
        };

    private static bool IsOfKestrel(IInvocationOperation call) =>
        call.TargetMethod is { Name: "ListenAnyIP" or "Listen", ContainingType: { Name: "KestrelServerOptions" } type }
        && Namespaces.IsFramework(type)
        && !(
            call.TargetMethod.Name == "Listen"
            && call.Arguments.Any(a =>
                a.Value is IMemberReferenceOperation { Member.Name: "Loopback" or "IPv6Loopback" }
            )
        );

    private static bool UsesTls(IInvocationOperation call) =>
        call.Descendants().OfType<IInvocationOperation>().Any(c => c.TargetMethod.Name == "UseHttps")
        // What is configured elsewhere may well use it.
        || call.Arguments.Any(a =>
            a.Parameter?.Name == "configure"
            && a.Value is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation }
        );

    private static IEnumerable<StringValue> TextsOf(IInvocationOperation call) =>
        call
            .Arguments.Where(a => a.Parameter is { Type: { } type } && type.TypeKind != TypeKind.Interface)
            .SelectMany(a =>
                a.Value is IArrayCreationOperation { Initializer: { } items }
                    ? items.ElementValues
                    : new[] { a.Value }.AsEnumerable()
            )
            .SelectMany(StringValueTracker.Of);

    private static IEnumerable<IOperation> BodyOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation.Descendants();
    }
}
