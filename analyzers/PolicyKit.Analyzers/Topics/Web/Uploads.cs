using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// The endpoints of a program that take files. Concurrent; read it when the compilation ends.
/// </summary>
internal sealed class Uploads(RuleContext rule, AuthorizationModel model, UploadedFiles files)
{
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "MapPost",
        "MapPut",
        "MapPatch",
        "MapMethods",
        "Map",
    };

    private readonly ConcurrentBag<Upload> _found = new();
    private readonly ConcurrentBag<(ISymbol Model, SyntaxNode Code)> _validators = new();
    private volatile bool _isUnlimited;

    public void Register()
    {
        rule.RegisterOperationAction(See, OperationKind.Invocation, OperationKind.SimpleAssignment);
        rule.RegisterTypes(See);
    }

    /// <summary>What each of them lacks: size, type, scan.</summary>
    public IEnumerable<(Location Place, string Endpoint, string Lack)> Lacking(IReadOnlyList<string> scanWords)
    {
        var implementations = new Implementations(rule.Compilation);
        foreach (var upload in _found.OrderBy(u => u.Endpoint, StringComparer.Ordinal))
        {
            var checks = new UploadChecks(rule, files, scanWords, implementations);
            checks.See(upload.Handler);
            if (!checks.IsStored)
                continue;
            foreach (var code in upload.Before.Concat(ValidatorsOf(upload.Handler)))
                checks.SeeBefore(code);
            foreach (var attribute in AttributesOf(upload.Handler))
                checks.SeeAttribute(attribute);
            if ((upload.IsUnlimited || _isUnlimited) && !checks.ChecksSize)
                yield return (upload.Place, upload.Endpoint, "size");
            if (!checks.ChecksType)
                yield return (upload.Place, upload.Endpoint, "type");
            if (!checks.IsScanned)
                yield return (upload.Place, upload.Endpoint, "scan");
        }
    }

    private void See(OperationContext context)
    {
        // options.MultipartBodyLengthLimit = long.MaxValue, limits.MaxRequestBodySize = null
        if (
            context.Operation
                is ISimpleAssignmentOperation
                {
                    Target: IPropertyReferenceOperation
                    {
                        Property: { Name: "MultipartBodyLengthLimit" or "MaxRequestBodySize", ContainingType: { } of }
                    }
                } set
            && Namespaces.IsFramework(of)
            && set.Value.UnwrapConversions().ConstantValue
                is { HasValue: true, Value: null or long.MaxValue or int.MaxValue }
        )
            _isUnlimited = true;
        if (
            context.Operation is not IInvocationOperation map
            || !Maps.Contains(map.TargetMethod.Name)
            || !model.IsRouteBuilder(RouteChain.ReceiverExpression(map)?.Type)
            || EndpointHandler.Of(map) is not { } handler
            || !Takes(handler)
        )
            return;
        var pattern = map.Arguments.FirstOrDefault(a => a.Parameter?.Name == "pattern")?.Value.ConstantValue;
        var conventions = EndpointConventions.Of(map).ToList();
        _found.Add(
            new Upload(
                pattern is { HasValue: true, Value: string text } ? text : handler.Name,
                OperationFacts.NameOf(map).GetLocation(),
                handler,
                conventions
                    .Where(c => c.TargetMethod.Name.StartsWith("AddEndpointFilter", StringComparison.Ordinal))
                    .SelectMany(c =>
                        c.TargetMethod.TypeArguments.SelectMany(DeclarationsOf)
                            .Concat(c.Arguments.Where(a => a.Parameter?.Ordinal > 0).Select(a => a.Value.Syntax))
                    )
                    .ToList(),
                conventions.Any(c => EndpointHandler.Names(c.Syntax, "DisableRequestSizeLimitAttribute"))
                    || IsUnlimited(handler.GetAttributes())
            )
        );
    }

    private void See(INamedTypeSymbol type)
    {
        if (type.BaseType is { Name: "AbstractValidator", TypeArguments: { Length: 1 } arguments })
            foreach (var code in DeclarationsOf(type))
                _validators.Add((arguments[0], code));
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.DeclaredAccessibility != Accessibility.Public)
            return;
        var isPage = type.BaseType.InheritsFrom(model.PageModel);
        if (!isPage && !type.BaseType.InheritsFrom(model.ControllerBase) && !ControllerRoutes.IsPlainController(type))
            return;
        var attributes = type.SelfAndBaseTypes().SelectMany(t => t.GetAttributes()).ToList();
        var bound =
            isPage && type.GetMembers().OfType<IPropertySymbol>().Any(p => files.Are(p.Type) || files.AreIn(p.Type));
        foreach (
            var action in type.SelfAndBaseTypes()
                .TakeWhile(t => t.DeclaringSyntaxReferences.Length > 0)
                .SelectMany(ControllerRoutes.ActionsOf)
        )
        {
            if (
                isPage
                    ? !action.Name.StartsWith("OnP", StringComparison.Ordinal) || !(bound || Takes(action))
                    : !Takes(action)
            )
                continue;
            var all = attributes.Concat(action.GetAttributes()).ToList();
            var (verb, route) = isPage ? ("", null) : ControllerRoutes.Of(type, action).FirstOrDefault();
            _found.Add(
                new Upload(
                    route is null ? $"{type.Name}.{action.Name}" : $"{verb} {route}",
                    action.Locations[0],
                    action,
                    all.Select(a => a.AttributeClass).OfType<INamedTypeSymbol>().SelectMany(FilterOf).ToList(),
                    IsUnlimited(all)
                )
            );
        }
    }

    private bool Takes(IMethodSymbol handler) => handler.Parameters.Any(files.Come) || ReadsFiles(handler);

    // Request.Form.Files, Request.Body.CopyToAsync(file)
    private bool ReadsFiles(IMethodSymbol handler) =>
        EndpointHandler.BodyOf(handler) is { } body
        && EndpointHandler.Names(body, "Files", "Body", "BodyReader")
        && SourceBodies.Of(rule.Compilation).Holds(body)
        && SourceBodies.Of(rule.Compilation).Bind(body)?.DescendantsAndSelf().Any(IsFileOfRequest) == true;

    private static bool IsFileOfRequest(IOperation operation) =>
        operation
            is IPropertyReferenceOperation
            {
                Property: { Name: "Files", ContainingType: { Name: "IFormCollection", IsFramework: true } }
            }
        || (
            operation
                is IPropertyReferenceOperation
                {
                    Property:
                    { Name: "Body" or "BodyReader", ContainingType: { Name: "HttpRequest", IsFramework: true } }
                } body
            && IsTakenWhole(body)
        );

    // What is read as JSON is not a file; what is copied as it comes is one.
    private static bool IsTakenWhole(IPropertyReferenceOperation body) =>
        body.ParentBeyondConversions() switch
        {
            IInvocationOperation { TargetMethod.Name: "CopyToAsync" or "CopyTo" } => true,
            IArgumentOperation
            {
                Parent: IObjectCreationOperation { Type: { Name: "MultipartReader", IsFramework: true } }
            } => true,
            IArgumentOperation { Parent: IInvocationOperation call } => UploadChecks.IsStorage(call.TargetMethod),
            _ => false,
        };

    // [ServiceFilter(typeof(ScanFilter))], and filters that are attributes of the system itself.
    private static IEnumerable<SyntaxNode> FilterOf(INamedTypeSymbol attribute) =>
        attribute.AllInterfaces.Any(i => i.Name == "IFilterMetadata")
            ? attribute.TypeArguments.Append(attribute).SelectMany(DeclarationsOf)
            : Enumerable.Empty<SyntaxNode>();

    private static IEnumerable<SyntaxNode> DeclarationsOf(ITypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(r => r.GetSyntax());

    private IEnumerable<SyntaxNode> ValidatorsOf(IMethodSymbol handler)
    {
        foreach (var model in handler.Parameters.Select(p => p.Type).Where(files.AreIn))
        {
            foreach (var (_, code) in _validators.Where(v => SymbolEqualityComparer.Default.Equals(v.Model, model)))
                yield return code;
            // IValidatableObject: the model checks itself.
            foreach (var method in model.GetMembers("Validate").OfType<IMethodSymbol>())
                if (EndpointHandler.BodyOf(method) is { } body)
                    yield return body;
        }
    }

    private IEnumerable<INamedTypeSymbol> AttributesOf(IMethodSymbol handler) =>
        handler
            .Parameters.Where(files.Come)
            .SelectMany(p =>
                p.GetAttributes()
                    .Concat(
                        p.Type.GetMembers()
                            .OfType<IPropertySymbol>()
                            .Where(m => files.Are(m.Type))
                            .SelectMany(m => m.GetAttributes())
                    )
            )
            .Concat(
                handler
                    .ContainingType.GetMembers()
                    .OfType<IPropertySymbol>()
                    .Where(m => files.Are(m.Type))
                    .SelectMany(m => m.GetAttributes())
            )
            .Select(a => a.AttributeClass)
            .OfType<INamedTypeSymbol>()
            .Where(a => a.Name is not ("FromFormAttribute" or "BindPropertyAttribute" or "DataTypeAttribute"));

    private static bool IsUnlimited(IEnumerable<AttributeData> attributes) =>
        attributes.Any(a =>
            a.AttributeClass is { } type
            && Namespaces.IsFramework(type)
            && (
                type.Name == "DisableRequestSizeLimitAttribute"
                || (
                    type.Name is "RequestFormLimitsAttribute" or "RequestSizeLimitAttribute"
                    && a.NamedArguments.Select(n => n.Value)
                        .Concat(a.ConstructorArguments)
                        .Any(v => v is { Kind: TypedConstantKind.Primitive, Value: long.MaxValue or int.MaxValue })
                )
            )
        );

    private sealed record Upload(
        string Endpoint,
        Location Place,
        IMethodSymbol Handler,
        IReadOnlyList<SyntaxNode> Before,
        bool IsUnlimited
    );
}
