using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Whether authorization reaches an endpoint or group through the calls around it: the fluent chain, the local it is
/// kept in, the group it was made from.
/// </summary>
internal sealed class RouteChain(AuthorizationModel model)
{
    private const int MaxDepth = 16;

    /// <summary>
    /// Whether a call later in the chain, or on the local that the chain ends in, decides about authorization.
    /// </summary>
    public bool IsDecidedAfter(IOperation call)
    {
        // Each local is looked at once, however often the chain is kept in it: group = group.WithTags("a");
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IOperation>();
        open.Push(call);
        while (open.Count > 0)
        {
            if (IsDecidedInChain(open.Pop(), out var kept))
                return true;
            if (kept is null || !seen.Add(kept))
                continue;
            // group.MapGet(…).RequireAuthorization() decides for that endpoint alone, not for the group.
            foreach (var reference in LocalUses.Of(call).ReferencesTo(kept))
                if (!IsMapped(reference))
                    open.Push(reference);
        }

        return false;
    }

    /// <summary>
    /// What the receiver of a Map… call brings: its prefix, whether it is decided, and the parameter it came from if
    /// it is one.
    /// </summary>
    public Receiver ReceiverOf(IOperation? operation) => ReceiverOf(operation, MaxDepth);

    /// <summary>The receiver expression of an instance or extension call.</summary>
    public static IOperation? ReceiverExpression(IInvocationOperation call) =>
        call.Instance
        ?? (
            call.TargetMethod.IsExtensionMethod
                ? call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value
                : null
        );

    // Whether the calls on one expression decide, and if not, the local that the chain ends in.
    private bool IsDecidedInChain(IOperation call, out ILocalSymbol? kept)
    {
        kept = null;
        var current = call;
        while (current.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation:
                    current = parent;
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation outer } argument
                    when outer.TargetMethod.IsExtensionMethod && argument.Parameter?.Ordinal == 0:
                    if (Decides(outer))
                        return true;
                    current = outer;
                    continue;
                case IInvocationOperation outer when outer.Instance == current:
                    if (Decides(outer))
                        return true;
                    current = outer;
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    kept = declarator.Symbol;
                    return false;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment
                    when assignment.Value == current:
                    kept = local.Local;
                    return false;
                // Whoever gets the endpoint may decide about it: new Builders(hub, pages), list.Add(endpoint).
                case IArgumentOperation argument when !model.IsRouteBuilder(argument.Value.Type):
                    return !model.IsAnonymous;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsMapped(IOperation reference)
    {
        var parent = reference.ParentBeyond(static p =>
            p is IConversionOperation or IParenthesizedOperation or IArgumentOperation
        );
        return parent is IInvocationOperation call
            && call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal);
    }

    // A method of the system counts by what it does, and one of the framework by its name: any library may have one of
    // the same name.
    private bool Decides(IInvocationOperation call, bool orWhatItReturns = false)
    {
        var method = call.TargetMethod;
        if (method.DeclaringSyntaxReferences.Length > 0)
            return OwnAuthorization.Decides(method, model.IsDecidingCall, orWhatItReturns);
        return method.Name switch
        {
            "RequireAuthorization" or "AllowAnonymous" => KnownTypes.IsFramework(method.ContainingAssembly)
                && model.IsDecidingCall(method.Name)
                && !IsOpen(call),
            "WithMetadata" or "AddEndpointFilter" or "AddEndpointFilterFactory" or "Add" => method.TypeArguments.Any(
                model.IsDecidingFilter
            )
                || call.Arguments.SelectMany(a => a.Value.DescendantsAndSelf())
                    .Any(o =>
                        (o is IObjectCreationOperation && model.IsDecision(o.Type))
                        || (!model.IsAnonymous && o is IAnonymousFunctionOperation f && RefusesIn(f))
                    ),
            _ => false,
        };
    }

    // AddEndpointFilter(async (context, next) => context.HttpContext.User.Identity.IsAuthenticated ? await
    // next(context) : Results.Unauthorized())
    private static bool RefusesIn(IAnonymousFunctionOperation filter) =>
        filter
            .Descendants()
            .Any(o =>
                o
                    is IInvocationOperation
                        {
                            TargetMethod.Name: "Unauthorized" or "Forbid" or "Challenge" or "AuthorizeAsync"
                        }
                        or IPropertyReferenceOperation { Property.Name: "IsAuthenticated" }
            );

    // RequireAuthorization("everybody"), where that policy lets everybody in, and RequireAuthorization(p =>
    // p.RequireAssertion(_ => true)).
    private bool IsOpen(IInvocationOperation call)
    {
        if (model.IsAnonymous)
            return false;
        var given = call.Arguments.Where(a => a.Parameter?.Ordinal > 0).Select(a => a.Value).ToList();
        var names = given
            .SelectMany(g => g.DescendantsAndSelf())
            .Select(o =>
                o is ILiteralOperation && o.ConstantValue is { HasValue: true, Value: string name } ? name : null
            )
            .OfType<string>()
            .ToList();
        return (names.Count > 0 && names.All(model.IsOpenPolicy)) || given.Any(g => OpenPolicies.Is(g.Syntax));
    }

    private Receiver ReceiverOf(IOperation? operation, int depth)
    {
        if (depth == 0)
            return Receiver.Unknown;
        switch (operation)
        {
            case IConversionOperation conversion:
                return ReceiverOf(conversion.Operand, depth - 1);
            case IParenthesizedOperation parenthesized:
                return ReceiverOf(parenthesized.Operand, depth - 1);
            case IParameterReferenceOperation
            {
                Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction }
            } lambda:
                return OfLambda(lambda, depth);
            case IParameterReferenceOperation parameter:
                return new Receiver("", false, parameter.Parameter);
            case ILocalReferenceOperation local:
                return OfLocal(local, depth);
            case IInvocationOperation { TargetMethod.Name: "MapGroup" } group:
                var above = ReceiverOf(ReceiverExpression(group), depth - 1);
                var prefix = group.Arguments.FirstOrDefault(a => a.Parameter?.Name == "prefix")?.Value.ConstantValue
                    is { HasValue: true, Value: string text }
                    ? text
                    : "";
                return new Receiver(
                    Join(above.Prefix, prefix),
                    above.IsDecided || IsDecidedAfter(group),
                    above.Parameter
                );
            case IInvocationOperation call when Decides(call, orWhatItReturns: true):
                return ReceiverOf(ReceiverExpression(call), depth - 1) with { IsDecided = true, IsUnknown = false };
            case IInvocationOperation call
                when model.IsRouteBuilder(call.Type)
                    && ReceiverExpression(call) is { } inner
                    && model.IsRouteBuilder(inner.Type):
                return ReceiverOf(inner, depth - 1);
            case null:
                return Receiver.Unknown;
            default:
                // app, this.app, endpoints of UseEndpoints: the application itself, which decides nothing.
                return new Receiver("", false, null);
        }
    }

    // app.UseEndpoints(endpoints => endpoints.MapGet(…)): the parameter stands for what the call was made on.
    private Receiver OfLambda(IParameterReferenceOperation parameter, int depth)
    {
        IOperation? lambda = parameter;
        while (
            lambda is not null
            && !(
                lambda is IAnonymousFunctionOperation f
                && SymbolEqualityComparer.Default.Equals(f.Symbol, parameter.Parameter.ContainingSymbol)
            )
        )
            lambda = lambda.Parent;
        var outer = lambda?.ParentBeyond(static p =>
            p is IDelegateCreationOperation or IConversionOperation or IArgumentOperation
        );
        if (outer is not IInvocationOperation call)
            return Receiver.Unknown;
        if (call.TargetMethod.Name == "UseEndpoints")
            return new Receiver("", false, null);
        return ReceiverExpression(call) is { } receiver && model.IsRouteBuilder(receiver.Type)
            ? ReceiverOf(receiver, depth - 1)
            : Receiver.Unknown;
    }

    private Receiver OfLocal(ILocalReferenceOperation reference, int depth)
    {
        var value = LocalUses.Of(reference).ValuesOf(reference.Local).FirstOrDefault();
        return value?.Type is { } type && model.IsRouteBuilder(type)
            ? ReceiverOf(value, depth - 1)
            : new Receiver("", false, null);
    }

    internal static string Join(string prefix, string pattern) =>
        (prefix.TrimEnd('/') + "/" + pattern.TrimStart('/')).TrimEnd('/') is { Length: > 0 } joined ? joined : "/";
}
