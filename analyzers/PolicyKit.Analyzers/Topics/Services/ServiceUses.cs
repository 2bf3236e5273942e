using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Services;

/// <summary>
/// Where a program uses the services of a list: their libraries are called, or their hosts are written.
/// </summary>
internal sealed class ServiceUses(KnownServices services)
{
    // What a page loads by itself; a link is followed by people.
    private static readonly Regex Loaded = new(
        @"\bsrc\s*=\s*[""']?(?:https?:)?//(?<host>[A-Za-z0-9.-]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    // Settings that send the library of a service to another host, one of the body's own for example.
    private static readonly string[] Addresses =
    {
        "serviceurl",
        "endpoint",
        "endpointurl",
        "baseurl",
        "baseuri",
        "baseaddress",
        "apibase",
        "serverurl",
        "dsn",
        "host",
        "hostname",
    };

    private readonly ConcurrentBag<Use> _uses = new();
    private readonly ConcurrentDictionary<KnownService, bool> _elsewhere = new();

    /// <summary>Begins to look.</summary>
    /// <param name="rule">The rule that looks.</param>
    /// <param name="isCovered">Whether the code of a member may use a service.</param>
    public void Watch(RuleContext rule, Func<KnownService, ISymbol, bool> isCovered)
    {
        rule.RegisterOperationAction(
            context => See(context, isCovered),
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment
        );
        rule.RegisterTexts(
            (value, context) =>
            {
                foreach (var host in HostsIn(value.Text))
                    if (services.OfHost(host) is { } service)
                        Add(service, value.Origin, context, isCovered);
            }
        );
    }

    /// <summary>The first use of each service in each file.</summary>
    public IEnumerable<(KnownService Service, Location Place)> Found() =>
        _uses
            .Where(use => use.IsHost || !_elsewhere.ContainsKey(use.Service))
            .GroupBy(use => (use.Service, use.Place.SourceTree))
            .Select(same => same.OrderBy(use => use.Place.SourceSpan.Start).First())
            .OrderBy(use => use.Place.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(use => use.Place.SourceSpan.Start)
            .Select(use => (use.Service, use.Place));

    private void See(OperationContext context, Func<KnownService, ISymbol, bool> isCovered)
    {
        switch (context.Operation)
        {
            case IInvocationOperation call when services.Of(call.TargetMethod.ContainingType) is { } service:
                SeeArguments(service, call.Arguments);
                Add(service, OperationFacts.NameOf(call), context, isCovered, isHost: false);
                break;
            // services.AddAWSService<IAmazonS3>()
            case IInvocationOperation call
                when call
                    .TargetMethod.TypeArguments.OfType<INamedTypeSymbol>()
                    .Select(services.Of)
                    .FirstOrDefault(s => s is not null)
                    is { } service:
                Add(service, OperationFacts.NameOf(call), context, isCovered, isHost: false);
                break;
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation
                when services.Of(type) is { } service && !IsException(type):
                SeeArguments(service, creation.Arguments);
                Add(service, PlaceOf(creation), context, isCovered, isHost: false);
                break;
            case ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property: { } property }
            } assignment when services.Of(property.ContainingType) is { } service:
                SeeAddress(service, property.Name, assignment.Value);
                break;
        }
    }

    private void SeeArguments(KnownService service, IEnumerable<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
            if (argument.Parameter is { } parameter)
                SeeAddress(service, parameter.Name, argument.Value);
    }

    // What is not written in the code says nothing; what is written and is not the service's host says where it goes.
    private void SeeAddress(KnownService service, string name, IOperation value)
    {
        if (
            IdentifierWords.EndsWithWord(name, Addresses)
            && StringValueTracker.Of(value).FirstOrDefault() is { } text
            && ConnectionString.OfUrl(text.Text) is { } url
            && !service.Answers(url.Host)
            && services.OfHost(url.Host) is null
        )
            _elsewhere.TryAdd(service, true);
    }

    private void Add(
        KnownService service,
        SyntaxNode place,
        OperationContext context,
        Func<KnownService, ISymbol, bool> isCovered,
        bool isHost = true
    )
    {
        if (
            !services.IsOwn(service, context.ContainingSymbol)
            && !TestCode.Holds(context.ContainingSymbol)
            && !isCovered(service, context.ContainingSymbol)
            && EnvironmentGuard.EnvironmentOf(context.Operation, context.ContainingSymbol)
                != ExecutionEnvironment.Development
        )
            _uses.Add(new Use(service, PlaceIn(place, context), isHost));
    }

    private static Location PlaceIn(SyntaxNode place, OperationContext context) =>
        (context.Compilation.ContainsSyntaxTree(place.SyntaxTree) ? place : context.Operation.Syntax).GetLocation();

    private static SyntaxNode PlaceOf(IObjectCreationOperation creation) =>
        creation.Syntax is ObjectCreationExpressionSyntax named ? named.Type : creation.Syntax;

    private static bool IsException(INamedTypeSymbol type) => type.SelfAndBaseTypes().Any(t => t.Name == "Exception");

    private static IEnumerable<string> HostsIn(string text)
    {
        if (ConnectionString.OfUrl(text) is { } url)
            return new[] { url.Host };
        return text.IndexOf("src", StringComparison.OrdinalIgnoreCase) >= 0
            ? Loaded.Matches(text).OfType<Match>().Select(match => match.Groups["host"].Value)
            : WrittenHosts.In(text);
    }

    private sealed record Use(KnownService Service, Location Place, bool IsHost);
}
