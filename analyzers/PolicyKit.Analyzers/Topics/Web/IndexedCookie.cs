using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// A cookie of System.Web that is made where it is named: Response.Cookies["id"].Value = …. Its flags are set the same
/// way, in the same member.
/// </summary>
internal sealed class IndexedCookie
{
    private readonly string _name;
    private readonly IOperation _body;

    private IndexedCookie(string name, IOperation body) => (_name, _body) = (name, body);

    /// <summary>The cookie that an assignment gives a value; null when it gives none, or the cookie is over.</summary>
    public static IndexedCookie? Of(ISimpleAssignmentOperation assignment)
    {
        if (NameOf(assignment.Target, "Value") is not { } name)
            return null;
        IOperation body = assignment;
        while (body.Parent is { } parent)
            body = parent;
        var cookie = new IndexedCookie(name, body);
        return cookie.Sets("Expires").Any(e => ConstantDuration.FromNow(e.Value) < TimeSpan.Zero) ? null : cookie;
    }

    /// <summary>Whether a flag is set, and not switched off.</summary>
    public bool IsSet(CookieFlag flag) =>
        Sets(flag.ToString()).LastOrDefault() is { } set && !CookieModel.IsOff(flag, set.Value);

    private IEnumerable<ISimpleAssignmentOperation> Sets(string property) =>
        _body.Descendants().OfType<ISimpleAssignmentOperation>().Where(a => NameOf(a.Target, property) == _name);

    private static string? NameOf(IOperation target, string property) =>
        target
            is IPropertyReferenceOperation
            {
                Property: { Name: { } set, ContainingType: { Name: "HttpCookie", IsFramework: true } },
                Instance: IPropertyReferenceOperation
                {
                    Property: { IsIndexer: true, ContainingType: { Name: "HttpCookieCollection", IsFramework: true } },
                    Arguments: { Length: 1 } keys,
                    Instance: IPropertyReferenceOperation
                    {
                        Property.ContainingType: { Name: "HttpResponse" or "HttpResponseBase", IsFramework: true }
                    }
                }
            }
        && set == property
            ? KeyedValues.Key(keys[0].Value)
            : null;
}
