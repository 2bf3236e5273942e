using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Systems;

namespace PolicyKit.Analyzers.Topics.Zones;

/// <summary>
/// Where code takes mail with what is attached, or files, that come from another zone: by the libraries that the
/// standard lists (<c>MimeKit: DecodeTo, HtmlBody</c>), and by hosts of that zone.
/// </summary>
internal sealed class IncomingFiles
{
    private static readonly HashSet<string> Downloads = new(StringComparer.Ordinal)
    {
        "GetByteArrayAsync",
        "GetStreamAsync",
        "DownloadFile",
        "DownloadFileTaskAsync",
        "DownloadFileAsync",
        "DownloadData",
        "DownloadDataTaskAsync",
        "OpenRead",
    };

    private readonly List<(string Space, HashSet<string> Members)> _libraries;
    private readonly SystemDeclaration _system;
    private readonly IReadOnlyList<string> _zones;

    /// <param name="lines">A namespace, a colon and the members by which content is taken.</param>
    /// <param name="system">The declaration, which says where a host stands.</param>
    /// <param name="zones">The zones that nothing comes from as it is.</param>
    public IncomingFiles(IEnumerable<string> lines, SystemDeclaration system, IReadOnlyList<string> zones)
    {
        _libraries = lines
            .Select(line => line.Split(new[] { ':' }, 2))
            .Where(parts => parts.Length == 2)
            .Select(parts =>
                (
                    parts[0].Trim(),
                    new HashSet<string>(parts[1].Split(',').Select(m => m.Trim()), StringComparer.Ordinal)
                )
            )
            .ToList();
        (_system, _zones) = (system, zones);
    }

    /// <summary>The place where content is taken, and by what; null where none is.</summary>
    public (SyntaxNode Place, string Name)? Of(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { TargetMethod: { ContainingType: { } type } method } call
                when IsListed(type, method.Name) || IsDownload(call) => (
                OperationFacts.NameOf(call),
                type.Name + "." + method.Name
            ),
            IPropertyReferenceOperation { Property: { ContainingType: { } type } property } read
                when IsListed(type, property.Name) && !IsWritten(read) => (
                read.Syntax,
                type.Name + "." + property.Name
            ),
            _ => null,
        };

    private bool IsListed(INamedTypeSymbol type, string member) =>
        _libraries.Any(library =>
            library.Members.Contains(member)
            && type.SelfAndBaseTypes().Concat(type.AllInterfaces).Any(t => IsWithin(t, library.Space))
        );

    private static bool IsWithin(INamedTypeSymbol type, string space) =>
        type.ContainingNamespace?.ToDisplayString() is { } name
        && name.StartsWith(space, StringComparison.Ordinal)
        && (name.Length == space.Length || name[space.Length] == '.');

    // What is read of a host of the internet zone.
    private bool IsDownload(IInvocationOperation call) =>
        Downloads.Contains(call.TargetMethod.Name)
        && call.TargetMethod.ContainingType is { Name: "HttpClient" or "WebClient", IsFramework: true }
        && call.Arguments.SelectMany(a => StringValueTracker.Of(a.Value))
            .Select(text => ConnectionString.OfUrl(text.Text)?.Host)
            .OfType<string>()
            .Any(host =>
                _system
                    .Connections.Items()
                    .Any(c =>
                        c.Covers(host) && c.Zone is { } zone && _zones.Contains(zone.Value, StringComparer.Ordinal)
                    )
            );

    private static bool IsWritten(IOperation property) =>
        property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property;
}
