using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// The endpoints of a program that change something by a form and do not check where the form comes from. Concurrent;
/// read it when the compilation ends.
/// </summary>
internal sealed class ForgeableForms(RuleContext rule, AuthorizationModel model)
{
    private readonly ConcurrentBag<(Location Place, string Endpoint)> _open = new();
    private readonly ConcurrentBag<(Location Place, string Endpoint)> _switchedOff = new();
    private readonly FormBinding _forms = new(rule);
    private readonly Antiforgery _antiforgery = new(rule);
    private readonly AmbientSignIn _signIn = new();
    private readonly INamedTypeSymbol? _controller = rule.Type("Microsoft.AspNetCore.Mvc.Controller");
    private readonly INamedTypeSymbol? _api = rule.Type("Microsoft.AspNetCore.Mvc.ApiControllerAttribute");
    private readonly INamedTypeSymbol? _consumes = rule.Type("Microsoft.AspNetCore.Mvc.ConsumesAttribute");
    private readonly INamedTypeSymbol? _fromBody = rule.Type("Microsoft.AspNetCore.Http.Metadata.IFromBodyMetadata");

    public void Register()
    {
        rule.RegisterOperationAction(
            context =>
            {
                _antiforgery.See(context.Operation, context.ContainingSymbol);
                if (context.Operation is not IInvocationOperation call)
                    return;
                _signIn.See(call);
                if (Verb(call) is { } verb)
                    SeeMapped(call, verb);
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.TypeOf
        );
        rule.RegisterTypes(See);
    }

    /// <summary>What nobody checks.</summary>
    public IEnumerable<(Location Place, string Endpoint)> Found()
    {
        if (_signIn.IsByTokensAlone)
            return Enumerable.Empty<(Location, string)>();
        return (_antiforgery.ChecksAll ? _switchedOff : _switchedOff.Concat(_open))
            .GroupBy(f => f.Place)
            .Select(same => same.OrderBy(f => f.Endpoint, StringComparer.Ordinal).First())
            .OrderBy(f => f.Endpoint, StringComparer.Ordinal);
    }

    private string? Verb(IInvocationOperation call)
    {
        var verb = call.TargetMethod.Name switch
        {
            "MapPost" => "POST",
            "MapPut" => "PUT",
            "MapPatch" => "PATCH",
            "MapDelete" => "DELETE",
            _ => null,
        };
        return
            verb is not null
            && Namespaces.IsFramework(call.TargetMethod.ContainingType)
            && model.IsRouteBuilder(RouteChain.ReceiverExpression(call)?.Type)
            ? verb
            : null;
    }

    private void SeeMapped(IInvocationOperation map, string verb)
    {
        if (EndpointHandler.Of(map) is not { } handler)
            return;
        var body = EndpointHandler.BodyOf(handler);
        var isBound = handler.Parameters.Any(_forms.IsForm);
        if (
            !(isBound || ReadsForm(body))
            || Antiforgery.IsCheckedIn(body)
            || AmbientSignIn.AsksForTokens(handler.GetAttributes())
        )
            return;
        var conventions = EndpointConventions.Of(map).ToList();
        var isOff = conventions.Any(c => c.TargetMethod.Name == "DisableAntiforgery");
        if (
            !isOff && (isBound && _antiforgery.ChecksBoundForms || conventions.Any(c => IsCheck(c)))
            || conventions.Any(AsksForTokens)
        )
            return;
        var route = map.Arguments.FirstOrDefault(a => a.Parameter?.Name == "pattern")?.Value.ConstantValue;
        var display = $"{verb} {(route is { HasValue: true, Value: string text } ? text : handler.Name)}";
        (isOff ? _switchedOff : _open).Add((OperationFacts.NameOf(map).GetLocation(), display));
    }

    private bool ReadsForm(SyntaxNode? body) =>
        body is not null
        && SourceBodies.Of(rule.Compilation).Holds(body)
        && SourceBodies
            .Of(rule.Compilation)
            .Bind(body)
            ?.DescendantsAndSelf()
            .Any(o =>
                o
                    is IPropertyReferenceOperation
                    {
                        Property: { Name: "Form", ContainingType: { Name: "HttpRequest", IsFramework: true } }
                    }
                || o is IInvocationOperation { TargetMethod: { Name: "ReadFormAsync" } method }
                    && Namespaces.IsFramework(method.ContainingType)
            ) == true;

    // WithMetadata(new RequireAntiforgeryTokenAttribute()), AddEndpointFilter(…) that validates.
    private static bool IsCheck(IInvocationOperation convention) =>
        EndpointHandler.Names(convention.Syntax, "RequireAntiforgeryTokenAttribute")
            && convention.TargetMethod.Name == "WithMetadata"
        || convention.TargetMethod.Name.StartsWith("AddEndpointFilter", StringComparison.Ordinal)
            && (
                Antiforgery.IsCheckedIn(convention.Syntax)
                || convention.TargetMethod.TypeArguments.Any(t =>
                    t.DeclaringSyntaxReferences.Any(r => Antiforgery.IsCheckedIn(r.GetSyntax()))
                )
            );

    // RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = "Bearer" })
    private static bool AsksForTokens(IInvocationOperation convention) =>
        convention.TargetMethod.Name == "RequireAuthorization"
        && convention
            .Descendants()
            .OfType<ISimpleAssignmentOperation>()
            .Any(a =>
                a.Target is IPropertyReferenceOperation { Property.Name: "AuthenticationSchemes" }
                && a.Value.ConstantValue is { HasValue: true, Value: string schemes }
                && schemes.IndexOf("Bearer", StringComparison.OrdinalIgnoreCase) >= 0
            );

    private void See(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.DeclaredAccessibility != Accessibility.Public)
            return;
        if (type.BaseType.InheritsFrom(model.PageModel))
            SeePage(type);
        else if (type.BaseType.InheritsFrom(model.ControllerBase) || ControllerRoutes.IsPlainController(type))
            SeeController(type);
    }

    // Pages check by themselves, unless the model says that they shall not.
    private void SeePage(INamedTypeSymbol type)
    {
        if (
            type.SelfAndBaseTypes().Select(_antiforgery.Ignoring).FirstOrDefault(a => a is not null) is { } ignoring
            && type.GetMembers().OfType<IMethodSymbol>().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal))
        )
            _switchedOff.Add((PlaceOf(ignoring, type), type.Name));
    }

    private void SeeController(INamedTypeSymbol type)
    {
        var bases = type.SelfAndBaseTypes().ToList();
        var ofClass = bases.SelectMany(t => t.GetAttributes()).ToList();
        var isApi =
            !type.InheritsFrom(_controller)
            || ofClass.Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, _api));
        foreach (
            var action in bases
                .TakeWhile(t => t.DeclaringSyntaxReferences.Length > 0)
                .SelectMany(ControllerRoutes.ActionsOf)
        )
        {
            var isBound = action.Parameters.Any(_forms.IsForm);
            var verbs = ControllerRoutes.Of(type, action).ToList();
            var verb = verbs.FirstOrDefault(v =>
                v.Verb == "POST" || (isBound && v.Verb is "PUT" or "PATCH" or "DELETE")
            );
            if (verb.Verb is null || !(isBound || (!isApi && MayBeForm(action))))
                continue;
            var decision = _antiforgery.Decision(action.GetAttributes()) ?? _antiforgery.Decision(ofClass);
            var body = EndpointHandler.BodyOf(action);
            if (
                decision == true
                || AmbientSignIn.AsksForTokens(action.GetAttributes().Concat(ofClass))
                || Antiforgery.IsCheckedIn(body)
            )
                continue;
            var display = verb.Route is null ? $"{type.Name}.{action.Name}" : $"{verb.Verb} {verb.Route}";
            (decision == false ? _switchedOff : _open).Add((action.Locations[0], display));
        }
    }

    // What takes JSON, or reads the body of the request itself, is called by programs and scripts.
    private bool MayBeForm(IMethodSymbol action) =>
        !action.Parameters.Any(p =>
            p.GetAttributes()
                .Any(a =>
                    _fromBody is not null
                    && a.AttributeClass?.AllInterfaces.Contains(_fromBody, SymbolEqualityComparer.Default) == true
                )
        )
        && !action
            .GetAttributes()
            .Any(a =>
                a.AttributeClass.InheritsFrom(_consumes)
                && a.ConstructorArguments.All(c =>
                    c.Kind != TypedConstantKind.Primitive
                    || c.Value is not string type
                    || type.IndexOf("form", StringComparison.OrdinalIgnoreCase) < 0
                )
            )
        && !(
            EndpointHandler.BodyOf(action) is { } body
            && body.DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Any(m =>
                    m.Name.Identifier.ValueText is "Body" or "BodyReader"
                    && m.Expression.ToString().EndsWith("Request", StringComparison.Ordinal)
                )
        );

    private Location PlaceOf(AttributeData attribute, ISymbol symbol) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is { } syntax
        && rule.Compilation.ContainsSyntaxTree(syntax.SyntaxTree)
            ? syntax.GetLocation()
            : symbol.Locations[0];
}
