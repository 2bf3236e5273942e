using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>The settings of ASP.NET Core, and the limits that the standard sets for them.</summary>
internal sealed class AuthenticationLimits(int length, int attempts, int idle, int tokens)
{
    /// <summary>The types without which there is nothing to set.</summary>
    public static readonly string[] Types =
    {
        "Microsoft.AspNetCore.Http.HttpContext",
        "Microsoft.AspNetCore.Identity.IdentityOptions",
        "Microsoft.AspNet.Identity.PasswordValidator",
        "System.Web.HttpContext",
        "System.ComponentModel.DataAnnotations.StringLengthAttribute",
        "System.IdentityModel.Tokens.Jwt.JwtSecurityToken",
        "Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor",
    };

    /// <summary>Stands for every setting where options are bound to a configuration.</summary>
    public const string Bound = "*";

    private const string RequiredLength = "RequiredLength";
    private const string ExpireTimeSpan = "ExpireTimeSpan";

    // What ASP.NET Core takes when nobody says otherwise.
    private const int DefaultLength = 6;
    private static readonly TimeSpan DefaultExpiration = TimeSpan.FromDays(14);

    // Tokens that are meant to live longer than a session: no session limit applies to them.
    private static readonly string[] LongLived =
    {
        "Refresh",
        "Invit",
        "Reset",
        "Confirm",
        "Verif",
        "Activat",
        "Unsubscribe",
    };

    public static AuthenticationLimits? Of(int? length, int? attempts, int? idle, int? tokens) =>
        length is { } l && attempts is { } a && idle is { } i && tokens is { } t
            ? new AuthenticationLimits(l, a, i, t)
            : null;

    public (SyntaxNode Place, string Key, object[] Arguments)? Judge(IOperation operation, ISymbol containing)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { ContainingType: { Name: { } type } owner, Name: { } name }
                }
            } assignment when !IsOwn(owner):
                return Judge(type, name, assignment.Value, containing) is { } weak
                    ? (assignment.Syntax, weak.Key, weak.Arguments)
                    : null;
            case IArgumentOperation
            {
                Parameter: { Name: "lockoutOnFailure" or "shouldLockout" },
                ArgumentKind: ArgumentKind.Explicit
            } argument when ConstantBool.Of(argument.Value) == false:
                return (argument.Syntax, "PK6301.lockout", Array.Empty<object>());
            // FormsAuthenticationTicket(version, name, issued, expiration, …)
            case IArgumentOperation
            {
                Parameter:
                {
                    Name: "expiration",
                    ContainingSymbol.ContainingType: { Name: "FormsAuthenticationTicket", IsFramework: true }
                }
            } ticket:
                return Session(ConstantDuration.FromNow(ticket.Value)) is { } session
                    ? (ticket.Syntax, session.Key, session.Arguments)
                    : null;
            case IArgumentOperation
            {
                Parameter:
                {
                    Name: "expires",
                    ContainingSymbol.ContainingType: { Name: "JwtSecurityToken" or "JwtPayload", IsFramework: true }
                }
            } argument when !IsLongLived(containing, argument):
                return Token(ConstantDuration.FromNow(argument.Value)) is { } token
                    ? (argument.Syntax, token.Key, token.Arguments)
                    : null;
            default:
                return null;
        }
    }

    // A class of the program that only bears the name of a library's.
    private static bool IsOwn(INamedTypeSymbol type) =>
        !Namespaces.IsFramework(type)
        && type.Locations.Any(l => l.IsInSource)
        && (type.BaseType is null or { SpecialType: SpecialType.System_Object });

    /// <summary>The settings that an operation takes away from their defaults.</summary>
    public IEnumerable<string> SetBy(IOperation operation)
    {
        if (
            operation is ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Property.Name: RequiredLength or ExpireTimeSpan } reference
            }
        )
            yield return reference.Property.Name;
        if (
            operation is IInvocationOperation { TargetMethod.Name: "Configure" or "Bind" or "BindConfiguration" } call
            && (
                call.TargetMethod.Name != "Configure"
                || call.Arguments.Any(a =>
                    a.Value.Type
                        is {
                            Name: "IConfiguration" or "IConfigurationSection" or "ConfigurationManager",
                            IsFramework: true
                        }
                )
            )
        )
            if (call.TargetMethod.TypeArguments.Any(IsSettings) || call.Arguments.Any(a => IsSettings(a.Value.Type)))
                yield return Bound;
    }

    private static bool IsSettings(ITypeSymbol? type) =>
        type is { Name: "IdentityOptions" or "CookieAuthenticationOptions" or "PasswordOptions", IsFramework: true };

    /// <summary>
    /// The calls that bring defaults weaker than the limits, unless somewhere in the program the setting is changed.
    /// </summary>
    public IEnumerable<(string Setting, string Key, object[] Arguments)> DefaultsOf(IOperation operation)
    {
        if (
            operation is not IInvocationOperation { TargetMethod: { Name: { } name, IsExtensionMethod: true } method }
            || method.ContainingNamespace?.ToString().StartsWith("Microsoft.", StringComparison.Ordinal) != true
        )
            yield break;
        if (
            name is "AddIdentity" or "AddDefaultIdentity" or "AddIdentityCore" or "AddIdentityApiEndpoints"
            && DefaultLength < length
        )
            yield return (
                RequiredLength,
                "PK6301.password-default",
                new object[] { Text(DefaultLength), Text(length) }
            );
        if (name is "AddIdentity" or "AddDefaultIdentity" or "AddCookie" && DefaultExpiration.TotalMinutes > idle)
            yield return (
                ExpireTimeSpan,
                "PK6301.session-default",
                new object[] { ConstantDuration.InMinutes(DefaultExpiration), Text(idle) }
            );
    }

    private (string Key, object[] Arguments)? Judge(string type, string name, IOperation value, ISymbol containing) =>
        (type, name) switch
        {
            ("PasswordOptions", RequiredLength) when ConstantInt.Of(value) is { } number => Password(number),
            ("LockoutOptions", "MaxFailedAccessAttempts") when ConstantInt.Of(value) is { } number => Lockout(number),
            ("LockoutOptions", "AllowedForNewUsers")
            or ("UserManager", "UserLockoutEnabledByDefault") when ConstantBool.Of(value) == false => (
                "PK6301.lockout",
                Array.Empty<object>()
            ),
            // Who is locked out for no time is not locked out.
            ("LockoutOptions", "DefaultLockoutTimeSpan")
            or ("UserManager", "DefaultAccountLockoutTimeSpan") when ConstantDuration.Of(value) <= TimeSpan.Zero => (
                "PK6301.lockout",
                Array.Empty<object>()
            ),
            ("PasswordValidator", RequiredLength) when ConstantInt.Of(value) is { } number => Password(number),
            ("UserManager", "MaxFailedAccessAttemptsBeforeLockout") when ConstantInt.Of(value) is { } number => Lockout(
                number
            ),
            ("HttpSessionState" or "HttpSessionStateBase", "Timeout") when ConstantInt.Of(value) is { } minutes =>
                Session(TimeSpan.FromMinutes(minutes)),
            ("SessionOptions", "IdleTimeout") or ("CookieAuthenticationOptions", ExpireTimeSpan) => Session(
                ConstantDuration.Of(value)
            ),
            ("AuthenticationProperties", "ExpiresUtc") => Session(ConstantDuration.FromNow(value)),
            ("BearerTokenOptions", "BearerTokenExpiration") => Token(ConstantDuration.Of(value)),
            ("SecurityTokenDescriptor", "Expires") when !IsLongLived(containing, value) => Token(
                ConstantDuration.FromNow(value)
            ),
            ("Client", "AccessTokenLifetime") when ConstantInt.Of(value) is { } seconds => Token(
                TimeSpan.FromSeconds(seconds)
            ),
            _ => null,
        };

    /// <summary>
    /// The attributes by which passwords of a model may be too short, each with what it says against the standard.
    /// </summary>
    public IEnumerable<(AttributeData Attribute, string Key, object[] Arguments)> JudgeModel(INamedTypeSymbol type)
    {
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (!IdentifierWords.EndsWithWord(property.Name, new[] { "password", "パスワード" }))
                continue;
            foreach (var attribute in property.GetAttributes())
                if (LeastLength(attribute) is { } least && Password(least) is { } weak)
                    yield return (attribute, weak.Key, weak.Arguments);
        }
    }

    // A password that is only handed in to be compared may be old: what is set anew is told by the same attributes,
    // so a length of 1 says nothing.
    private static int? LeastLength(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type || !Namespaces.IsFramework(type))
            return null;
        var least = type.Name switch
        {
            "StringLengthAttribute" => attribute.NamedArguments.FirstOrDefault(a => a.Key == "MinimumLength").Value,
            "MinLengthAttribute" => attribute.ConstructorArguments.FirstOrDefault(),
            "LengthAttribute" => attribute.ConstructorArguments.FirstOrDefault(),
            _ => default,
        };
        return least.Kind == TypedConstantKind.Primitive && least.Value is int number and > 1 ? number : null;
    }

    /// <summary>What a least length of passwords says against the standard; null when it is long enough.</summary>
    public (string Key, object[] Arguments)? Password(int number) =>
        number < length ? ("PK6301.password", new object[] { Text(number), Text(length) }) : null;

    /// <summary>
    /// What a number of failures before lockout says against the standard; null when it is low enough.
    /// </summary>
    public (string Key, object[] Arguments)? Lockout(int number) =>
        number > attempts ? ("PK6301.attempts", new object[] { Text(number), Text(attempts) }) : null;

    /// <summary>What a time of sessions says against the standard; null when it is short enough.</summary>
    public (string Key, object[] Arguments)? Session(TimeSpan? span) =>
        span is { } time && time.TotalMinutes > idle
            ? ("PK6301.session", new object[] { ConstantDuration.InMinutes(time), Text(idle) })
            : null;

    /// <summary>What a lifetime of tokens says against the standard; null when it is short enough.</summary>
    public (string Key, object[] Arguments)? Token(TimeSpan? span) =>
        span is { } time && time.TotalMinutes > tokens
            ? ("PK6301.token", new object[] { ConstantDuration.InMinutes(time), Text(tokens) })
            : null;

    private static bool IsLongLived(ISymbol containing, IOperation value)
    {
        for (var symbol = containing; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
            if (Says(symbol.Name))
                return true;
        for (var operation = value; operation is not null; operation = operation.Parent)
            if (operation is IVariableDeclaratorOperation declarator)
                return Says(declarator.Symbol.Name);
        return false;
    }

    /// <summary>Whether a name tells of a token that is meant to live longer than a session.</summary>
    public static bool Says(string name) => IdentifierWords.HasWord(name, LongLived);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
