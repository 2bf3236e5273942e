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
    public static string? Around(IOperation operation)
    {
        if (!Asks(operation) && !LetsAllIn(operation))
            return null;
        var child = operation;
        for (var parent = operation.Parent; parent is not null; child = parent, parent = parent.Parent)
            if (
                parent is IConditionalOperation conditional
                && child != conditional.Condition
                && (SwitchIn(conditional.Condition) ?? KeyOfCaller(operation, conditional)) is { } name
            )
                return name;
        return null;
    }

    // Only what signs somebody in is the caller's to switch: who asks for a page in Japanese switches nothing off.
    private static string? KeyOfCaller(IOperation operation, IConditionalOperation conditional) =>
        operation is ISimpleAssignmentOperation
            ? CallerKeys.In(conditional.Condition) ?? KeyOfTrials(conditional.Condition)
            : null;

    // Debug:AutoLogin
    private static string? KeyOfTrials(IOperation condition) =>
        condition
            .DescendantsAndSelf()
            .Where(o => o is ILiteralOperation { ConstantValue: { HasValue: true, Value: string } } && IsKey(o))
            .Select(o => (string)o.ConstantValue.Value!)
            .FirstOrDefault(key => key.Split(':').Any(IsSwitch));

    /// <summary>The switch on which a handler or filter of the system lets everybody in.</summary>
    public static string? Inside(IConditionalOperation conditional, ISymbol containing) =>
        (IsDecider(containing) && LetsIn(conditional.WhenTrue.Syntax, containing))
        || (Refuses(containing) && GoesOn(conditional.WhenTrue.Syntax))
            ? SwitchIn(conditional.Condition) ?? CallerKeys.In(conditional.Condition)
            : null;

    private static bool IsDecider(ISymbol containing) =>
        containing.ContainingType is { } type
        && type.AllInterfaces.Any(i => Deciders.Contains(i.Name) && Namespaces.IsFramework(i));

    // Middleware and filters that refuse somebody by themselves.
    private static bool Refuses(ISymbol containing) =>
        containing is IMethodSymbol { Name: "InvokeAsync" or "Invoke" or "OnActionExecutionAsync" } method
        && EndpointHandler.BodyOf(method) is { } body
        && OwnAuthorization.Asks(body);

    // await _next(context); return;
    private static bool GoesOn(SyntaxNode code) =>
        code.DescendantNodesAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .Any(c => c.Expression is IdentifierNameSyntax { Identifier.ValueText: "next" or "_next" })
        && !OwnAuthorization.Asks(code);

    /// <summary>
    /// The switch that a condition asks: by a name of authentication (<c>SkipAuth</c>), or of trials alone
    /// (<c>DebugMode</c>), of a member, a local, a parameter or a key of the configuration.
    /// </summary>
    public static string? SwitchIn(IOperation condition) =>
        NamedIn(condition)
        ?? condition.DescendantsAndSelf().SelectMany(ValuesOf).Select(NamedIn).FirstOrDefault(IsNamed);

    private static bool IsNamed(string? name) => name is not null;

    private static string? NamedIn(IOperation condition) =>
        condition.DescendantsAndSelf().Select(NameOf).FirstOrDefault(name => name is not null && IsSwitch(name));

    // What a local or a member that decides was made of: GetEnvironmentVariable("AUTH_DISABLED") == "1".
    private static IEnumerable<IOperation> ValuesOf(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } local when !IsOfHost(local):
                return LocalUses.Of(local).ValuesOf(local.Local);
            case IMemberReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } reference
                when reference.SemanticModel?.Compilation is { } compilation:
                var bodies = SourceBodies.Of(compilation);
                return bodies.GivenBy(reference.Member).Select(bodies.Bind).OfType<IOperation>();
            default:
                return Enumerable.Empty<IOperation>();
        }
    }

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
            ILiteralOperation { ConstantValue: { HasValue: true, Value: string key } } when IsKey(operation) => key,
            _ => null,
        };

    private static bool IsSwitch(string name)
    {
        if (ConfigurationSwitches.IsSwitchOfAuthentication(name))
            return true;
        // The last part of a key says it by itself: Sign_In:TestMode.
        var words = IdentifierWords.Split(name.Substring(name.LastIndexOf(':') + 1)).ToList();
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

    private static bool Asks(IOperation operation) =>
        operation
            is IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "UseAuthentication"
                        or "UseAuthorization"
                        or "RequireAuthorization"
                        or "AllowAnonymous"
                        or "SetFallbackPolicy",
                    ContainingType: { } type
                }
            }
        && Namespaces.IsFramework(type);

    // policy.RequireAssertion(_ => true), new AllowAnonymousFilter(), context.User = new ClaimsPrincipal(…)
    private static bool LetsAllIn(IOperation operation) =>
        operation switch
        {
            IInvocationOperation { TargetMethod.Name: "RequireAssertion" } call => OpenPolicies.Is(call.Syntax),
            IObjectCreationOperation { Type: { Name: "AllowAnonymousFilter", IsFramework: true } } => true,
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { Name: "User", ContainingType: { Name: "HttpContext", IsFramework: true } }
                }
            } => true,
            _ => false,
        };

    private static bool IsEnd(SyntaxNode code) =>
        code is ReturnStatementSyntax { Expression: null }
        || code is ReturnStatementSyntax { Expression: { } given }
            && given.ToString().EndsWith(".CompletedTask", StringComparison.Ordinal);

    // context.Succeed(…), AuthenticateResult.Success(…), and the return of a filter that refuses nobody.
    private static bool LetsIn(SyntaxNode code, ISymbol containing) =>
        EndpointHandler.Names(code, "Succeed", "Success")
        || (
            containing.Name is "OnAuthorization" or "OnAuthorizationAsync"
            && code.DescendantNodesAndSelf().Any(IsEnd)
            && !OwnAuthorization.Asks(code)
        );
}
