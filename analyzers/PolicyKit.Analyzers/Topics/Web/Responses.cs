using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// The places where a value goes to a user: results of MVC, Razor Pages and minimal APIs, responses, view data, errors
/// of forms, hubs and gRPC.
/// </summary>
internal static class Responses
{
    private static readonly HashSet<string> ResultMakers = new(StringComparer.Ordinal)
    {
        "ControllerBase",
        "Controller",
        "PageModel",
        "Results",
        "TypedResults",
        "HttpResponseWritingExtensions",
        "HttpResponseJsonExtensions",
        // ASP.NET Web API 2.
        "ApiController",
        "HttpRequestMessageExtensions",
        "ProblemDetailsFactory",
    };

    private static readonly HashSet<string> Results = new(StringComparer.Ordinal)
    {
        "ObjectResult",
        "OkObjectResult",
        "BadRequestObjectResult",
        "NotFoundObjectResult",
        "ConflictObjectResult",
        "UnprocessableEntityObjectResult",
        "UnauthorizedObjectResult",
        "JsonResult",
        "ContentResult",
        "ProblemDetails",
        "ValidationProblemDetails",
        "HubException",
        "HttpStatusCodeResult",
        "HttpResponseException",
        "FaultException",
    };

    /// <summary>What an operation hands to a user.</summary>
    public static IEnumerable<IOperation> Of(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: { } name, ContainingType: { } type } } call
                when (ResultMakers.Contains(type.Name) || type.Name is "ModelStateDictionary" or "HttpResponse")
                    && Namespaces.IsFramework(type):
                if (ResultMakers.Contains(type.Name))
                    return call
                        .Arguments.Where(a => a.Parameter?.Name is not ("response" or "cancellationToken"))
                        .Select(a => a.Value);
                if (type.Name == "ModelStateDictionary" && name is "AddModelError" or "TryAddModelError")
                    return call
                        .Arguments.Skip(1)
                        .Where(a =>
                            a.Value.Type?.SpecialType == SpecialType.System_String || a.Value is IConversionOperation
                        )
                        .Select(a => a.Value);
                return type is { Name: "HttpResponse" } && name == "Write"
                    ? call.Arguments.Select(a => a.Value)
                    : Enumerable.Empty<IOperation>();
            case IInvocationOperation { TargetMethod: { Name: "Add" or "Append" or "TryAdd" } } added
                when IsOfResponse(added):
                return added.Arguments.Select(a => a.Value);
            case ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: { } field } } kept
                when IsShownField(field):
                return new[] { kept.Value };
            case IInvocationOperation { TargetMethod: { ContainingType: { } type } } script when IsScript(script, type):
                return script
                    .Arguments.Where(a => a.Value.Type?.SpecialType == SpecialType.System_String)
                    .Select(a => a.Value);
            case IObjectCreationOperation { Type: INamedTypeSymbol type } creation
                when Results.Contains(type.Name) && Namespaces.IsFramework(type):
                return creation
                    .Arguments.Where(a =>
                        a.Value.Type?.SpecialType == SpecialType.System_String
                        || a.Parameter?.Type.SpecialType == SpecialType.System_Object
                    )
                    .Select(a => a.Value)
                    .Concat(
                        creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(a => a.Value)
                            ?? Enumerable.Empty<IOperation>()
                    );
            case IObjectCreationOperation
            {
                Type: { Name: "Status", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Grpc" } }
            } status:
                return status
                    .Arguments.Where(a => a.Value.Type?.SpecialType == SpecialType.System_String)
                    .Select(a => a.Value);
            case ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { Name: { } name, ContainingType: { } type } property
                } target
            } assignment:
                if (
                    name is "Detail" or "Title" && type.Name == "ProblemDetails"
                    || name == "Content" && type.Name == "ContentResult"
                )
                    return new[] { assignment.Value };
                if (IsShown(property, target))
                    return new[] { assignment.Value };
                return
                    property.IsIndexer
                    && (
                        target.Instance?.Type
                            is {
                                Name: "ViewDataDictionary"
                                    or "ITempDataDictionary"
                                    or "TempDataDictionary"
                                    or "IHeaderDictionary",
                                IsFramework: true
                            }
                        || target.Instance
                            is IPropertyReferenceOperation
                            {
                                Property:
                                { Name: "Extensions", ContainingType: { Name: "ProblemDetails", IsFramework: true } }
                            }
                    )
                    ? new[] { assignment.Value }
                    : Enumerable.Empty<IOperation>();
            case ISimpleAssignmentOperation
            {
                Target: IDynamicMemberReferenceOperation
                {
                    Instance: IPropertyReferenceOperation { Property.Name: "ViewBag" }
                }
            } assignment:
                return new[] { assignment.Value };
            default:
                return Enumerable.Empty<IOperation>();
        }
    }

    private static readonly string[] Messages =
    {
        "error",
        "message",
        "status",
        "alert",
        "result",
        "detail",
        "details",
        "notice",
        "エラー",
        "メッセージ",
    };

    // Response.Headers.Append("X-Error", …), TempData.Add("error", …)
    private static bool IsOfResponse(IInvocationOperation call)
    {
        var receiver = (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.UnwrapConversions();
        return receiver switch
        {
            IPropertyReferenceOperation
            {
                Property: { Name: "Headers", ContainingType: { Name: "HttpResponse", IsFramework: true } }
            } => true,
            IPropertyReferenceOperation { Property: { Name: "TempData" or "ViewData" } } => true,
            _ => false,
        };
    }

    // What a page or a component shows: a public property of the model of a page, a member for messages of a
    // component, the text of a control of Web Forms.
    private static bool IsShown(IPropertySymbol property, IPropertyReferenceOperation target)
    {
        if (property.Name is "Text" or "InnerText" or "InnerHtml" && IsOfWebForms(property.ContainingType))
            return true;
        return target.Instance is IInstanceReferenceOperation && IsForMessages(property);
    }

    private static bool IsShownField(IFieldSymbol field) => IsForMessages(field);

    private static bool IsForMessages(ISymbol member) =>
        member.ContainingType is { DeclaringSyntaxReferences.Length: > 0 } type
        && ConfigurationNames.Has(member.Name, Messages)
        && (
            DerivesFrom(type, "ComponentBase")
            || (
                DerivesFrom(type, "PageModel")
                && member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public }
            )
        );

    // ClientScript.RegisterStartupScript(type, key, "alert('…')", true)
    private static bool IsScript(IInvocationOperation call, INamedTypeSymbol type) =>
        call.TargetMethod.Name is "RegisterStartupScript" or "RegisterClientScriptBlock"
        && type.Name is "ClientScriptManager" or "ScriptManager" or "Page"
        && Namespaces.IsFramework(type);

    private static bool IsOfWebForms(INamedTypeSymbol? type) =>
        type?.ContainingNamespace?.ToString() is { } space
        && (space.StartsWith("System.Web.UI", StringComparison.Ordinal));

    private static bool DerivesFrom(INamedTypeSymbol? type, string name) =>
        type.SelfAndBaseTypes().Any(t => t.Name == name && Namespaces.IsFramework(t));
}
