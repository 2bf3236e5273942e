using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// Addresses of unencrypted schemes that a UriBuilder makes. The scheme is written: it is enough, unless the host is
/// written too and is the own machine.
/// </summary>
internal sealed class CleartextBuilders(ISet<string> schemes, ISet<string> local)
{
    /// <summary>The scheme of a builder that is given one; null when it is none of these.</summary>
    public string? SchemeOf(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type: { Name: "UriBuilder", IsFramework: true } } creation => OfCreation(
                creation
            ),
            // builder.Scheme = Uri.UriSchemeHttp: what was asked for otherwise, or had none, goes in clear.
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { Name: "Scheme", ContainingType: { Name: "UriBuilder", IsFramework: true } },
                    Instance: ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
                },
                Value: { } value
            } when TextOf(value) is { } scheme && schemes.Contains(scheme) => scheme,
            _ => null,
        };

    private string? OfCreation(IObjectCreationOperation creation)
    {
        var scheme = Given(creation, "schemeName", "Scheme") ?? Given(creation, "scheme", "Scheme");
        if (scheme is null || TextOf(scheme) is not { } written || !schemes.Contains(written))
            return null;
        var host = Given(creation, "hostName", "Host") ?? Given(creation, "host", "Host");
        if (host is null)
            return null;
        var names = StringValueTracker.Of(host).Where(v => v.IsWhole).Select(v => v.Text).ToList();
        return names.Exists(local.Contains) || IsOfRequest(host) ? null : written;
    }

    // The address by which a request came in is answered in the same way.
    private static bool IsOfRequest(IOperation host) =>
        host.DescendantsAndSelf().Any(o => o.Type is { Name: "HostString" or "HttpRequest", IsFramework: true });

    private static string? TextOf(IOperation value) =>
        value.UnwrapConversions()
            is IFieldReferenceOperation
            {
                Field: { Name: { } name, ContainingType: { Name: "Uri", IsFramework: true } }
            }
            ? name.Replace("UriScheme", "").ToLowerInvariant()
            : StringValueTracker.Of(value).Where(v => v.IsWhole).Select(v => v.Text).FirstOrDefault();

    private static IOperation? Given(IObjectCreationOperation creation, string parameter, string property) =>
        creation.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value
        ?? creation
            .Initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(a =>
                a.Target is IPropertyReferenceOperation { Property.Name: { } name } && name == property
            )
            ?.Value;
}
