using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <content>What maps many endpoints at once: identity, branches, FastEndpoints.</content>
internal sealed partial class EndpointCollector
{
    // Registration and sign-in are open to all; the rest of what is mapped asks who is there.
    private void OnIdentity(IInvocationOperation call)
    {
        if (!model.IsAnonymous || RouteChain.ReceiverExpression(call) is not { } builder)
            return;
        var receiver = _chain.ReceiverOf(builder);
        foreach (var route in new[] { "register", "login", "forgotPassword" })
            _identity.Add(
                new Endpoint(
                    "POST " + RouteChain.Join(receiver.Prefix, route),
                    RouteChain.Join(receiver.Prefix, route),
                    OperationFacts.NameOf(call).GetLocation(),
                    null,
                    EndpointKind.Mapped
                )
            );
    }

    // app.Map("/admin", branch => branch.Run(…)): an endpoint that routing does not know.
    private void OnBranch(IInvocationOperation call)
    {
        if (
            model.IsAnonymous
            || call
                .Arguments.Select(a => a.Value)
                .OfType<IDelegateCreationOperation>()
                .Select(d => d.Target)
                .OfType<IAnonymousFunctionOperation>()
                .LastOrDefault()
                is not { } branch
            || !branch
                .Descendants()
                .OfType<IInvocationOperation>()
                .Any(c => c.TargetMethod is { Name: "Run", IsExtensionMethod: true })
            || OwnAuthorization.Asks(branch.Syntax)
        )
            return;
        var path = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "pathMatch")?.Value;
        var route = StringValueTracker.Of(path).Where(v => v.IsWhole).Select(v => v.Text).FirstOrDefault();
        _open.Add(
            new Endpoint(
                "* " + (route ?? call.TargetMethod.Name),
                route,
                OperationFacts.NameOf(call).GetLocation(),
                null,
                EndpointKind.Mapped
            )
        );
    }

    // FastEndpoints asks who is there unless an endpoint says otherwise.
    private void OnFastEndpoint(IInvocationOperation call)
    {
        if (!model.IsAnonymous)
            return;
        IOperation root = call;
        while (root.Parent is { } parent)
            root = parent;
        var (verb, route) = root.Descendants()
            .OfType<IInvocationOperation>()
            .Where(c =>
                c.TargetMethod is { Name: "Get" or "Post" or "Put" or "Patch" or "Delete" or "Head" or "Routes" }
            )
            .Select(c =>
                (
                    c.TargetMethod.Name.ToUpperInvariant(),
                    c.Descendants()
                        .Select(o => o.ConstantValue.HasValue ? o.ConstantValue.Value as string : null)
                        .FirstOrDefault(t => t is not null)
                )
            )
            .FirstOrDefault();
        _decided.Add(
            new Endpoint(
                $"{verb} {route}".Trim(),
                route,
                OperationFacts.NameOf(call).GetLocation(),
                null,
                EndpointKind.Mapped
            )
        );
    }
}
