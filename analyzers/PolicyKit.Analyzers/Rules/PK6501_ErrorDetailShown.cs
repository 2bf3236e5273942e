using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6501_ErrorDetailShown() : PolicyRule("PK6501", MeasureKind.Technical, Severity.Error)
{
    // Pages made for developers: of ASP.NET Core, Swashbuckle, NSwag and Scalar.
    private static readonly HashSet<string> Pages = new(StringComparer.Ordinal)
    {
        "UseDeveloperExceptionPage",
        "UseDatabaseErrorPage",
        "UseMigrationsEndPoint",
        "UseSwagger",
        "UseSwaggerUI",
        "UseSwaggerUi",
        "UseSwaggerUi3",
        "UseReDoc",
        "UseOpenApi",
        "MapOpenApi",
        "MapSwagger",
        "MapScalarApiReference",
    };

    // Without one of these there is no user to answer.
    private static readonly string[] Hosts =
    {
        "Microsoft.AspNetCore.Http.HttpResponse",
        "System.Web.HttpResponse",
        "System.Web.Http.ApiController",
        "Microsoft.AspNetCore.Components.ComponentBase",
        "Grpc.Core.Status",
        "System.ServiceModel.Description.ServiceDebugBehavior",
    };

    private static readonly HashSet<string> Switches = new(StringComparer.Ordinal)
    {
        "HubOptions.EnableDetailedErrors",
        "GrpcServiceOptions.EnableDetailedErrors",
        "CircuitOptions.DetailedErrors",
        "ServiceDebugBehavior.IncludeExceptionDetailInFaults",
        "DeveloperExceptionPageOptions.ShowExceptionDetails",
    };

    private protected override void Start(RuleContext rule)
    {
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
                if (ConfiguredErrorDetail.Shows(entry))
                    context.Report(entry, "PK6501.setting", entry.Name);
        });
        // [ServiceBehavior(IncludeExceptionDetailInFaults = true)]
        rule.RegisterTypes(
            (type, context) =>
            {
                foreach (var attribute in type.GetAttributes())
                    if (
                        attribute.AttributeClass is { Name: "ServiceBehaviorAttribute" } of
                        && Namespaces.IsFramework(of)
                        && attribute.NamedArguments.Any(a =>
                            a.Key == "IncludeExceptionDetailInFaults" && a.Value.Value is true
                        )
                        && attribute.ApplicationSyntaxReference?.GetSyntax() is { } syntax
                    )
                        context.Report(syntax.GetLocation(), "PK6501.setting", "IncludeExceptionDetailInFaults");
            }
        );
        if (rule.Type("System.Exception") is not { } exception || Hosts.All(name => rule.Type(name) is null))
            return;
        var texts = new ExceptionTextFinder(exception);
        var chain = AuthorizationModel.Of(rule) is { } model ? new RouteChain(model) : null;
        // The description of an interface may be public, where the declaration says so.
        var isDescribed =
            rule.Policy.Pack.System?.PublicEndpoints.Items()
                .Any(e =>
                    new[] { "swagger", "openapi", "scalar" }.Any(word =>
                        e.Route.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0
                    )
                ) == true;
        rule.RegisterOperationAction(
            context =>
            {
                foreach (var value in Responses.Of(context.Operation))
                foreach (var place in texts.In(value))
                    if (EnvironmentOf(place, context) != ExecutionEnvironment.Development)
                        context.Report(place, "PK6501", place.ToString());
                switch (context.Operation)
                {
                    case IInvocationOperation { TargetMethod.Name: { } name } call
                        when Pages.Contains(name)
                            && call.TargetMethod.IsExtensionMethod
                            && !Pages.Contains(context.ContainingSymbol.Name):
                        if (
                            !(isDescribed && !name.StartsWith("UseD", StringComparison.Ordinal))
                            && chain?.IsDecidedAfter(call) != true
                            && IsShown(
                                call,
                                context.ContainingSymbol,
                                name.StartsWith("UseD", StringComparison.Ordinal)
                            )
                        )
                            context.Report(OperationFacts.NameOf(call), "PK6501.page", name);
                        break;
                    case ISimpleAssignmentOperation
                    {
                        Target: IPropertyReferenceOperation { Property.Name: "IncludeErrorDetailPolicy" },
                        Value: IFieldReferenceOperation { Field.Name: "Always" }
                    } always:
                        context.Report(always.Syntax, "PK6501.setting", "IncludeErrorDetailPolicy.Always");
                        break;
                    case ISimpleAssignmentOperation
                    {
                        Target: IPropertyReferenceOperation
                        {
                            Property: { Name: { } setting, ContainingType.Name: { } type }
                        }
                    } assignment when Switches.Contains(type + "." + setting) && IsTrue(assignment.Value):
                        if (IsShown(assignment, context.ContainingSymbol, isStrict: true))
                            context.Report(assignment.Syntax, "PK6501.setting", setting);
                        break;
                    // UseSetting(WebHostDefaults.DetailedErrorsKey, "true")
                    case IInvocationOperation
                    {
                        TargetMethod: { Name: "UseSetting", ContainingType: { } host },
                        Arguments: { Length: >= 2 } arguments
                    } call
                        when Namespaces.IsFramework(host)
                            && IsText(arguments[arguments.Length - 2].Value, "detailedErrors")
                            && IsText(arguments[arguments.Length - 1].Value, "true"):
                        if (IsShown(call, context.ContainingSymbol, isStrict: true))
                            context.Report(OperationFacts.NameOf(call), "PK6501.setting", "detailedErrors");
                        break;
                }
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment
        );
    }

    // A condition of the configuration is the operator's; those by which staging is served as development is are not.
    private static bool IsShown(IOperation operation, ISymbol containing, bool isStrict) =>
        EnvironmentGuard.EnvironmentOf(operation, containing) switch
        {
            ExecutionEnvironment.Production => true,
            ExecutionEnvironment.Development => isStrict
                && EnvironmentGuard.EnvironmentOf(operation, containing, isStrict: true)
                    != ExecutionEnvironment.Development,
            _ => false,
        };

    private static bool IsText(IOperation value, string text) =>
        value.UnwrapConversions().ConstantValue is { HasValue: true, Value: string written }
        && string.Equals(written, text, StringComparison.OrdinalIgnoreCase);

    // The condition may stand between the response and what it is made of: env.IsDevelopment() ? e.ToString() : "…".
    private static ExecutionEnvironment EnvironmentOf(SyntaxNode place, OperationContext context) =>
        context.Operation.SemanticModel?.GetOperation(place, context.CancellationToken) is { } operation
            ? EnvironmentGuard.EnvironmentOf(operation, context.ContainingSymbol, isStrict: true)
            : ExecutionEnvironment.Unknown;

    // Some of the settings may also be null.
    private static bool IsTrue(IOperation value) =>
        value is IConversionOperation conversion
            ? IsTrue(conversion.Operand)
            : value.ConstantValue is { HasValue: true, Value: true };
}
