using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Conditions on which a program asks nobody who he is: switches by their names, around what makes it ask, or in what
/// decides.
/// </summary>
internal static class AuthenticationSwitches
{
    // Words of a switch that is for those who develop and test: DebugMode, IsTest, UseMock, デバッグ.
    private static readonly HashSet<string> Trials = new(StringComparer.Ordinal)
    {
        "debug",
        "test",
        "testing",
        "tests",
        "mock",
        "fake",
        "demo",
        "dev",
        "development",
        "local",
        "backdoor",
        "デバッグ",
        "テスト",
        "試験",
        "開発",
    };

    // What is said of such a switch beside them.
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "is",
        "in",
        "use",
        "mode",
        "enable",
        "enabled",
        "flag",
        "env",
        "environment",
        "only",
        "run",
        "running",
        "app",
        "モード",
    };

    private static readonly HashSet<string> Deciders = new(StringComparer.Ordinal)
    {
        "IAuthorizationHandler",
        "IAuthenticationHandler",
        "IAuthorizationFilter",
        "IAsyncAuthorizationFilter",
    };

    /// <summary>
    /// The switch that decides whether something asks who is there; null where nothing does. The environment that the
    /// host knows by itself is not a switch.
    /// </summary>
    public static string? Around(IInvocationOperation call)
    {
        if (!Asks(call))
            return null;
        IOperation child = call;
        for (var parent = call.Parent; parent is not null; child = parent, parent = parent.Parent)
            if (
                parent is IConditionalOperation conditional
                && child != conditional.Condition
                && SwitchIn(conditional.Condition) is { } name
            )
                return name;
        return null;
    }

    /// <summary>The switch on which a handler or filter of the system lets everybody in.</summary>
    public static string? Inside(IConditionalOperation conditional, ISymbol containing) =>
        containing.ContainingType is { } type
        && type.AllInterfaces.Any(i => Deciders.Contains(i.Name) && Namespaces.IsFramework(i))
        && LetsIn(conditional.WhenTrue.Syntax, containing)
            ? SwitchIn(conditional.Condition)
            : null;

    /// <summary>
    /// The switch that a condition asks: by a name of authentication (<c>SkipAuth</c>), or of trials alone
    /// (<c>DebugMode</c>), of a member, a local, a parameter or a key of the configuration.
    /// </summary>
    public static string? SwitchIn(IOperation condition) =>
        condition.DescendantsAndSelf().Select(NameOf).FirstOrDefault(name => name is not null && IsSwitch(name));

    private static string? NameOf(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation
            {
                Property: { IsIndexer: false, Type.SpecialType: SpecialType.System_Boolean } p
            } when !Namespaces.IsFramework(p.ContainingType) => p.Name,
            IFieldReferenceOperation { Field: { Type.SpecialType: SpecialType.System_Boolean } field } => field.Name,
            ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Boolean } local } reference
                when !IsOfHost(reference) => local.Name,
            IParameterReferenceOperation { Parameter: { Type.SpecialType: SpecialType.System_Boolean } p } => p.Name,
            // configuration["Auth:Skip"], configuration.GetValue<bool>("SkipAuth"), GetEnvironmentVariable("SKIP_AUTH")
            ILiteralOperation { ConstantValue: { HasValue: true, Value: string key } } when IsKey(operation) =>
                key.Replace(':', '_'),
            _ => null,
        };

    private static bool IsSwitch(string name)
    {
        if (ConfigurationSwitches.IsSwitchOfAuthentication(name))
            return true;
        var words = IdentifierWords.Split(name).ToList();
        return words.RemoveAll(Trials.Contains) > 0 && words.All(Particles.Contains);
    }

    // var isDevelopment = app.Environment.IsDevelopment();
    private static bool IsOfHost(ILocalReferenceOperation local) =>
        LocalUses
            .Of(local)
            .ValuesOf(local.Local)
            .Any(v =>
                v.DescendantsAndSelf()
                    .Any(o =>
                        o
                            is IInvocationOperation
                            {
                                TargetMethod.ContainingType:
                                {
                                    Name: "HostEnvironmentEnvExtensions" or "HostingEnvironmentExtensions",
                                    IsFramework: true
                                }
                            }
                    )
            );

    private static bool IsKey(IOperation literal) =>
        literal.ParentBeyond(static p => p is IConversionOperation or IArgumentOperation)
            is IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType: { } of } }
            && of.Name.IndexOf("Configuration", StringComparison.Ordinal) >= 0
        || literal.ParentBeyond(static p => p is IConversionOperation or IArgumentOperation)
            is IInvocationOperation
            {
                TargetMethod.Name: "GetValue" or "GetSection" or "GetEnvironmentVariable" or "IsEnabledAsync"
            };

    private static bool Asks(IInvocationOperation call) =>
        call.TargetMethod.Name
            is "UseAuthentication"
                or "UseAuthorization"
                or "RequireAuthorization"
                or "AllowAnonymous"
                or "SetFallbackPolicy"
        && Namespaces.IsFramework(call.TargetMethod.ContainingType);

    // context.Succeed(…), AuthenticateResult.Success(…), and the return of a filter that refuses nobody.
    private static bool LetsIn(SyntaxNode code, ISymbol containing) =>
        EndpointHandler.Names(code, "Succeed", "Success")
        || (
            containing.Name is "OnAuthorization" or "OnAuthorizationAsync"
            && code.DescendantNodesAndSelf().Any(n => n is ReturnStatementSyntax { Expression: null })
            && !OwnAuthorization.Asks(code)
        );
}
