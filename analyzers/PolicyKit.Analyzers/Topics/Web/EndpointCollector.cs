using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Collects the endpoints of a program and everything in it that decides about many of them at once. Concurrent; read
/// it when the compilation ends.
/// </summary>
internal sealed partial class EndpointCollector(AuthorizationModel model)
{
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["MapGet"] = "GET",
        ["MapPost"] = "POST",
        ["MapPut"] = "PUT",
        ["MapDelete"] = "DELETE",
        ["MapPatch"] = "PATCH",
        ["MapMethods"] = "*",
        ["Map"] = "*",
        ["MapFallback"] = "*",
        ["MapHub"] = "SignalR",
        ["MapGrpcService"] = "gRPC",
        ["MapHealthChecks"] = "GET",
        ["MapReverseProxy"] = "YARP",
        ["MapForwarder"] = "YARP",
    };

    private readonly RouteChain _chain = new(model);
    private readonly ConcurrentBag<Endpoint> _open = new();
    private readonly ConcurrentBag<Endpoint> _decided = new();
    private readonly HandedBuilders _handed = new();
    private readonly ConcurrentBag<Endpoint> _identity = new();
    private readonly PageConventions _conventions = new(model.IsAnonymous);
    private volatile bool _allDecided;
    private volatile bool _componentsDecided;
    private volatile bool _pagesDecided;
    private volatile bool _controllersDecided;
    private volatile bool _isRoutedByName;

    public void Register(RuleContext rule)
    {
        rule.RegisterOperationAction(OnInvocation, OperationKind.Invocation);
        rule.RegisterOperationAction(OnAssignment, OperationKind.SimpleAssignment);
        rule.RegisterTypes(new TypeEndpoints(model, rule, Add).See);
    }

    /// <summary>The endpoints about which something in the program decides.</summary>
    public IEnumerable<Endpoint> Decided() =>
        _decided
            .Concat(_allDecided ? Enumerable.Empty<Endpoint>() : _identity)
            .Concat(
                _open.Where(endpoint =>
                    endpoint.Kind switch
                    {
                        EndpointKind.Controller => _controllersDecided,
                        EndpointKind.Page or EndpointKind.PageByPath => _pagesDecided,
                        EndpointKind.Component => _componentsDecided,
                        _ => endpoint.Parameter is not null && _handed.Reach(endpoint.Parameter, isDecided: true),
                    }
                )
            );

    /// <summary>The endpoints about which nothing in the whole program decides.</summary>
    public IEnumerable<Endpoint> Undecided()
    {
        if (_allDecided)
            return Enumerable.Empty<Endpoint>();
        // A page that is known by its path is not told once more by its model.
        var told = new HashSet<ISymbol>(
            _open.Concat(_decided).Where(e => e.Kind == EndpointKind.PageByPath).Select(e => e.Owner).OfType<ISymbol>(),
            SymbolEqualityComparer.Default
        );
        return _open.Where(endpoint =>
            endpoint.Kind switch
            {
                EndpointKind.Controller => !_controllersDecided && (!endpoint.IsByName || _isRoutedByName),
                EndpointKind.Page => !_pagesDecided && !_conventions.Any && !told.Contains(endpoint.Owner!),
                EndpointKind.PageByPath => !_pagesDecided && !_conventions.Covers(endpoint.Page!),
                EndpointKind.Component => !_componentsDecided,
                _ => endpoint.Parameter is null
                    || _handed.Reach(endpoint.Parameter, isDecided: false)
                    || _handed.IsUncalled(endpoint.Parameter),
            }
        );
    }

    private void OnInvocation(OperationContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (method.DeclaringSyntaxReferences.Length > 0)
        {
            foreach (
                var argument in call.Arguments.Where(a =>
                    a.Parameter is not null && model.IsRouteBuilder(a.Parameter.Type)
                )
            )
            {
                var receiver = _chain.ReceiverOf(argument.Value);
                _handed.Add(
                    new HandedBuilder(
                        argument.Parameter!.OriginalDefinition,
                        IsDecided(receiver) || _chain.IsDecidedAfter(call),
                        receiver.Parameter?.OriginalDefinition
                    )
                );
            }

            return;
        }

        // What only development maps, no user can ask for.
        if (
            Verbs.ContainsKey(method.Name)
            && EnvironmentGuard.EnvironmentOf(call, context.ContainingSymbol, isStrict: true)
                == ExecutionEnvironment.Development
        )
            return;
        switch (method.Name)
        {
            case "SetFallbackPolicy" or "AddFallbackPolicy":
                SetFallback(context, call.Arguments.Select(a => a.Value));
                break;
            case var name when Array.IndexOf(PageConventions.Names, name) >= 0:
                if (_conventions.See(call) is { } page)
                    _decided.Add(
                        new Endpoint(page, page, OperationFacts.NameOf(call).GetLocation(), null, EndpointKind.Page)
                    );
                break;
            case "MapRazorComponents":
                if (IsDecidedThere(call))
                    _componentsDecided = true;
                break;
            case "MapIdentityApi":
                OnIdentity(call);
                break;
            case "Map"
            or "MapWhen"
                when method.ContainingType is { Name: "MapExtensions" or "MapWhenExtensions", IsFramework: true }:
                OnBranch(call);
                break;
            case "AllowAnonymous" when method.ContainingNamespace?.ToString() == "FastEndpoints":
                OnFastEndpoint(call);
                break;
            case "MapRazorPages":
                if (IsDecidedThere(call))
                    _pagesDecided = true;
                break;
            case "MapControllers" or "MapControllerRoute" or "MapDefaultControllerRoute" or "MapAreaControllerRoute":
                if (IsDecidedThere(call))
                    _controllersDecided = true;
                if (method.Name != "MapControllers")
                    _isRoutedByName = true;
                break;
            case "Add" when ModelConventions.Decide(call):
                _controllersDecided = true;
                break;
            case "Add"
                when method.ContainingType is { Name: "FilterCollection", IsFramework: true }
                    || call.Instance?.Type is { Name: "FilterCollection", IsFramework: true }:
                if (
                    method.TypeArguments.Any(model.IsDecidingFilter)
                    || call.Arguments.Any(a =>
                        a.Value.DescendantsAndSelf()
                            .Any(o =>
                                o is IObjectCreationOperation or ITypeOfOperation
                                && model.IsDecidingFilter(o is ITypeOfOperation t ? t.TypeOperand : o.Type)
                                && !OpenPolicies.Is(a.Value.Syntax)
                            )
                    )
                )
                    (_controllersDecided, _pagesDecided) = (true, true);
                break;
            default:
                if (
                    Verbs.TryGetValue(method.Name, out var verb)
                    && RouteChain.ReceiverExpression(call) is { } receiver
                    && model.IsRouteBuilder(receiver.Type)
                )
                    OnMapped(call, verb, receiver);
                // What maps the modules of a library decides about them all:
                // app.MapGroup("").RequireAuthorization().MapCarter().
                else if (
                    method.Name.StartsWith("Map", StringComparison.Ordinal)
                    && !Namespaces.IsFramework(method.ContainingType)
                    && IsDecidedThere(call)
                )
                    _handed.ModulesAreDecided = true;
                break;
        }
    }

    private void OnMapped(IInvocationOperation call, string verb, IOperation receiverExpression)
    {
        var receiver = _chain.ReceiverOf(receiverExpression);
        var isDecided =
            IsDecided(receiver)
            || _chain.IsDecidedAfter(call)
            || HandlerDecides(call)
            || call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>().Any(model.Decides);
        if (!isDecided && receiver.IsUnknown)
            return;
        var pattern = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "pattern")?.Value.ConstantValue
            is { HasValue: true, Value: string text }
            ? text
            : null;
        var route = pattern is null ? null : RouteChain.Join(receiver.Prefix, pattern);
        var service = call.TargetMethod.TypeArguments.FirstOrDefault()?.Name;
        Add(
            isDecided,
            new Endpoint(
                $"{verb} {route ?? service ?? call.TargetMethod.Name}",
                route,
                OperationFacts.NameOf(call).GetLocation(),
                receiver.Parameter?.OriginalDefinition,
                EndpointKind.Mapped
            )
        );
    }

    private void Add(bool isDecided, Endpoint endpoint)
    {
        if (!isDecided)
            _open.Add(endpoint);
        else if (model.IsAnonymous)
            _decided.Add(endpoint);
    }

    // Of an unknown receiver it is only assumed that somebody decided.
    private bool IsDecided(Receiver receiver) => receiver.IsDecided && !(model.IsAnonymous && receiver.IsUnknown);

    // app.MapGet("/x", [Authorize] () => …) and app.MapGet("/x", Handler) where Handler carries the attribute.
    private bool HandlerDecides(IInvocationOperation call) =>
        call.Arguments.SelectMany(a => a.Value.DescendantsAndSelf().Take(4))
            .Any(operation =>
                operation switch
                {
                    IAnonymousFunctionOperation lambda => model.Decides(lambda.Symbol),
                    IMethodReferenceOperation handler => model.Decides(handler.Method)
                        || model.Decides(handler.Method.ContainingType),
                    _ => false,
                }
            )
        || (
            !model.IsAnonymous
            && call.Arguments.Select(a => a.Value)
                .Select(v => v.UnwrapConversions())
                .OfType<IDelegateCreationOperation>()
                .Any(d =>
                    Questions.Begin(
                        d.Target switch
                        {
                            IMethodReferenceOperation { Method.DeclaringSyntaxReferences: { Length: 1 } declared } =>
                                declared[0].GetSyntax(),
                            var other => other.Syntax,
                        }
                    )
                )
        );

    private bool IsDecidedThere(IInvocationOperation call) =>
        _chain.IsDecidedAfter(call) || IsDecided(_chain.ReceiverOf(RouteChain.ReceiverExpression(call)));

    private void OnAssignment(OperationContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (
            assignment.Target
                is IPropertyReferenceOperation
                {
                    Property: { Name: "FallbackPolicy", ContainingType: { Name: "AuthorizationOptions" } type }
                }
            && Namespaces.IsFramework(type)
            && assignment.Value.ConstantValue is not { HasValue: true, Value: null }
        )
            SetFallback(context, new[] { assignment.Value });
    }

    // A policy that lets everybody in, or that holds in development alone, decides nothing.
    private void SetFallback(OperationContext context, IEnumerable<IOperation> policy)
    {
        if (
            EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                != ExecutionEnvironment.Development
            && !policy.Any(p => OpenPolicies.Is(Origin(p).Syntax))
        )
            _allDecided = true;
    }

    private static IOperation Origin(IOperation operation) =>
        operation is ILocalReferenceOperation local && LocalUses.Of(local).OriginOf(local) is { } origin
            ? origin
            : operation;
}
