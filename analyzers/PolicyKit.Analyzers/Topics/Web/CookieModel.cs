using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Finds the cookies that a program sets and the flags that they lack.
/// </summary>
internal static class CookieModel
{
    private static readonly CookieFlag[] All = { CookieFlag.Secure, CookieFlag.HttpOnly, CookieFlag.SameSite };

    /// <summary>The flags that a cookie lacks at an operation, each with its place.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="year">The year of the evaluation date; null when there is none.</param>
    public static IEnumerable<(SyntaxNode Place, CookieFlag Flag)> Lacks(IOperation operation, int? year) =>
        operation switch
        {
            IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "Append",
                    ContainingType: { Name: "IResponseCookies", IsFramework: true },
                    Parameters: { Length: 2 } parameters
                }
            } call when parameters[1].Type.SpecialType == SpecialType.System_String => (
                IsForScripts(call.Arguments[0].Value) ? new[] { CookieFlag.Secure, CookieFlag.SameSite } : All
            ).Select(flag => (OperationFacts.NameOf(call), flag)),
            IInvocationOperation call when RawHeader(call) is { } value => OfHeader(value),
            IObjectCreationOperation
            {
                Type: { Name: "CookieOptions" or "HttpCookie", IsFramework: true } type
            } creation when type.Name == "HttpCookie" || creation.Arguments.Length == 0 => OfCreation(
                creation,
                All,
                year
            ),
            // Outside the options of ASP.NET Core, which bring a builder with safer defaults, HttpOnly and SameSite
            // are off.
            IObjectCreationOperation { Type: { Name: "CookieBuilder", IsFramework: true } } creation => OfCreation(
                    creation,
                    new[] { CookieFlag.HttpOnly, CookieFlag.SameSite },
                    year
                )
                .Concat(OfInsecureBuilder(creation)),
            ISimpleAssignmentOperation assignment when IndexedCookie.Of(assignment) is { } cookie => All.Where(flag =>
                    !cookie.IsSet(flag)
                )
                .Select(flag => (assignment.Target.Syntax, flag)),
            ISimpleAssignmentOperation or IDeconstructionAssignmentOperation => OptionSetting
                .In(operation)
                .Select(setting => (setting.Syntax, Flag: CookieSettings.OffOf(setting)))
                .Where(off => off.Flag is not null)
                .Select(off => (off.Syntax, off.Flag!.Value)),
            _ => Enumerable.Empty<(SyntaxNode, CookieFlag)>(),
        };

    public static bool IsUseOfPolicy(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "UseCookiePolicy" };

    private static IEnumerable<(SyntaxNode Place, CookieFlag Flag)> OfCreation(
        IObjectCreationOperation creation,
        CookieFlag[] wanted,
        int? year
    )
    {
        var settings = CookieSettings.Of(creation).ToList();
        if (IsDeleted(creation) || settings.Any(a => IsPast(a, year)))
            yield break;
        foreach (var flag in wanted)
        {
            if (flag == CookieFlag.HttpOnly && IsForScripts(creation))
                continue;
            var set = settings.Where(a => FlagOf(a.Target.Property.Name) == flag).ToList();
            if (set.Count == 0 && !CookieSettings.IsSetElsewhere(creation, flag))
                yield return (
                    creation.Syntax is BaseObjectCreationExpressionSyntax { Initializer: not null } syntax
                        ? Head(syntax)
                        : creation.Syntax,
                    flag
                );
            // What is set last holds.
            if (set.Count > 0 && IsOff(flag, set.OrderBy(a => a.Syntax.SpanStart).Last().Value))
                foreach (var off in set.Where(a => IsOff(flag, a.Value)))
                    yield return (off.Syntax, flag);
        }
    }

    // new CookieBuilder { SecurePolicy = CookieSecurePolicy.None }: without it the cookie is as secure as its request.
    private static IEnumerable<(SyntaxNode Place, CookieFlag Flag)> OfInsecureBuilder(
        IObjectCreationOperation creation
    ) =>
        CookieSettings
            .Of(creation)
            .Where(a => FlagOf(a.Target.Property.Name) == CookieFlag.Secure)
            .OrderBy(a => a.Syntax.SpanStart)
            .Reverse()
            .Take(1)
            .Where(a => IsOff(CookieFlag.Secure, a.Value) && a.Target.Instance is IInstanceReferenceOperation)
            .Select(a => (a.Syntax, CookieFlag.Secure));

    private static SyntaxNode Head(BaseObjectCreationExpressionSyntax creation) =>
        creation is ObjectCreationExpressionSyntax { Type: { } type } ? type : creation;

    // Response.Cookies.Delete(name, options): the flags only say which cookie goes.
    private static bool IsDeleted(IOperation creation)
    {
        var calls = CallsWith(creation).ToList();
        return calls.Count > 0 && calls.All(c => c.TargetMethod.Name is "Delete" or "Remove");
    }

    private static bool IsForScripts(IObjectCreationOperation creation) =>
        (
            creation.Type is { Name: "HttpCookie", IsFramework: true }
            && creation.Arguments.Length > 0
            && IsForScripts(creation.Arguments[0].Value)
        )
        || CallsWith(creation)
            .Any(c => c.TargetMethod.Name == "Append" && c.Arguments.Length > 0 && IsForScripts(c.Arguments[0].Value));

    private static IEnumerable<IInvocationOperation> CallsWith(IOperation creation)
    {
        var places = CookieSettings.LocalOf(creation) is { } local
            ? LocalUses.Of(creation).ReferencesTo(local)
            : new[] { creation };
        return places
            .Select(p => p.Parent)
            .OfType<IArgumentOperation>()
            .Select(a => a.Parent)
            .OfType<IInvocationOperation>();
    }

    // A script has to read the token that it sends against forged requests.
    private static bool IsForScripts(IOperation name) =>
        StringValueTracker
            .Of(name)
            .Any(v =>
                v.Text.IndexOf("xsrf", StringComparison.OrdinalIgnoreCase) >= 0
                || v.Text.IndexOf("csrf", StringComparison.OrdinalIgnoreCase) >= 0
                || v.Text.IndexOf("forgery", StringComparison.OrdinalIgnoreCase) >= 0
            );

    // What is over at once is not a cookie.
    private static bool IsPast(OptionSetting assignment, int? year) =>
        assignment.Target.Property.Name is "Expires" or "MaxAge"
        && (
            ConstantDuration.FromNow(assignment.Value) < TimeSpan.Zero
            || ConstantDuration.Of(assignment.Value) <= TimeSpan.Zero
            || assignment.Value.UnwrapConversions()
                is IFieldReferenceOperation { Field.Name: "MinValue" or "UnixEpoch" }
            || YearOf(assignment.Value.UnwrapConversions()) < year
        );

    // new DateTime(1999, 10, 12), and the same wrapped in a DateTimeOffset.
    private static int? YearOf(IOperation instant) =>
        instant
            is IObjectCreationOperation
            {
                Type: { Name: "DateTime" or "DateTimeOffset", IsFramework: true },
                Arguments: { Length: > 0 } arguments
            }
            ? arguments.Length >= 3
                ? ConstantInt.Of(arguments[0].Value)
                : YearOf(arguments[0].Value.UnwrapConversions())
            : null;

    public static CookieFlag? FlagOf(string property) =>
        property switch
        {
            "Secure" or "SecurePolicy" => CookieFlag.Secure,
            "HttpOnly" => CookieFlag.HttpOnly,
            "SameSite" => CookieFlag.SameSite,
            _ => null,
        };

    public static bool IsOff(CookieFlag flag, IOperation value) =>
        flag == CookieFlag.SameSite
            ? value.UnwrapConversions() is IFieldReferenceOperation { Field.Name: "None" or "Unspecified" }
            : ConstantBool.Of(value) == false
                || value.UnwrapConversions()
                    is IFieldReferenceOperation
                    {
                        Field: { Name: "None", ContainingType: { Name: "CookieSecurePolicy", IsFramework: true } }
                    };

    private static IOperation? RawHeader(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Append" or "Add" or "TryAdd") || call.Arguments.Length < 2)
            return null;
        var values = call.Arguments.Select(a => a.Value).ToList();
        var name = values.FindIndex(v =>
            v.UnwrapConversions().ConstantValue is { HasValue: true, Value: string text }
            && string.Equals(text, "Set-Cookie", StringComparison.OrdinalIgnoreCase)
        );
        return name >= 0 && name + 1 < values.Count ? values[name + 1] : null;
    }

    private static IEnumerable<(SyntaxNode Place, CookieFlag Flag)> OfHeader(IOperation value)
    {
        foreach (var text in StringValueTracker.Of(value))
        {
            var parts = text.Text.Split(';').Skip(1).Select(p => p.Trim().Split('=')[0]).ToList();
            // A hole may hold any attribute, unless it stands for the cookie's value.
            if (parts.Any(p => p.IndexOf(StringValue.Hole) >= 0) || (parts.Count == 0 && !text.IsWhole))
                continue;
            foreach (var flag in All)
                if (!parts.Contains(flag.ToString(), StringComparer.OrdinalIgnoreCase))
                    yield return (text.Origin, flag);
        }
    }
}
