using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// What a handler does with an uploaded file, and the methods of the program that it calls: whether it keeps it,
/// compares its size and its type, and has it examined for malware.
/// </summary>
internal sealed class UploadChecks(
    RuleContext rule,
    UploadedFiles files,
    IReadOnlyList<string> scanWords,
    Implementations implementations
)
{
    private const int MaxDepth = 5;

    // What a value goes through on its way to a comparison.
    private static readonly HashSet<string> Forms = new(StringComparer.Ordinal)
    {
        "ToLower",
        "ToLowerInvariant",
        "ToUpper",
        "ToUpperInvariant",
        "Trim",
        "TrimStart",
        "ToString",
        "Substring",
        "GetExtension",
    };

    private static readonly string[] Storages = { "Azure.Storage", "Amazon.S3", "Google.Cloud.Storage", "Minio" };
    private static readonly string[] Images = { "SixLabors.ImageSharp", "SkiaSharp", "ImageMagick", "System.Drawing" };

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    public bool IsStored { get; private set; }

    public bool ChecksSize { get; private set; }

    public bool ChecksType { get; private set; }

    public bool IsScanned { get; private set; }

    /// <summary>Looks at a method that gets the file, and at what it calls.</summary>
    public void See(IMethodSymbol method) => See(method, true, MaxDepth);

    /// <summary>Looks at code that runs before the handler: a filter, a validator, an attribute.</summary>
    public void SeeBefore(SyntaxNode code)
    {
        ChecksType |= EndpointHandler.Names(code, "ContentType", "GetExtension", "FileName");
        ChecksSize |= EndpointHandler.Names(code, "Length");
        IsScanned |= code is BaseTypeDeclarationSyntax declared && IsScan(declared.Identifier.ValueText);
        IsScanned |= code.DescendantNodes().OfType<SimpleNameSyntax>().Any(n => IsScan(n.Identifier.ValueText));
    }

    /// <summary>Takes note of an attribute on the file: one that says which types or sizes are allowed.</summary>
    public void SeeAttribute(INamedTypeSymbol attribute)
    {
        var words = IdentifierWords.Split(attribute.Name).ToList();
        ChecksType |= words.Any(w => w is "extension" or "extensions" or "type" or "types" or "mime" or "content");
        ChecksSize |= words.Any(w => w is "size" or "length");
        IsScanned |= IsScan(attribute.Name);
    }

    private void See(IMethodSymbol method, bool carries, int depth)
    {
        if (depth == 0 || !_seen.Add(method.OriginalDefinition))
            return;
        if (
            EndpointHandler.BodyOf(method) is not { } body
            || !SourceBodies.Of(rule.Compilation).Holds(body)
            || SourceBodies.Of(rule.Compilation).Bind(body) is not { } code
        )
            return;
        foreach (var operation in code.DescendantsAndSelf())
            switch (operation)
            {
                case IInvocationOperation call:
                    SeeCall(call, carries, depth);
                    break;
                case IObjectCreationOperation { Type: { Name: "FileStream" } stream } creation
                    when carries && Namespaces.IsFramework(stream) && !IsForReading(creation):
                    IsStored = true;
                    break;
                case IPropertyReferenceOperation property:
                    SeeProperty(property);
                    break;
                case IParameterReferenceOperation { Parameter.Type.SpecialType: SpecialType.System_String } text
                    when !carries && IsCompared(text, MaxDepth):
                    ChecksType = true;
                    break;
            }
    }

    private void SeeCall(IInvocationOperation call, bool carries, int depth)
    {
        var method = call.TargetMethod;
        IsScanned |= IsScan(method.Name) || IsScan(method.ContainingType.Name) || IsMarked(method);
        IsStored |= carries && Stores(call);
        if (IsOf(method.ContainingType, Images))
            ChecksType = true;
        if (
            method
                is { Name: "GetExtension", ContainingType: { Name: "Path", IsFramework: true } }
                    or { Name: "SequenceEqual" }
                    or { Name: "TryGetContentType" }
            && (method.Name != "GetExtension" || IsCompared(call, MaxDepth))
        )
            ChecksType = true;
        var content = call.Arguments.Any(a => files.IsContent(a.Value.UnwrapConversions().Type));
        if (!content && !call.Arguments.Any(a => IsOfFile(a.Value)))
            return;
        foreach (var target in new[] { method }.Concat(implementations.Of(method.OriginalDefinition)))
            See(target, carries && content, depth - 1);
    }

    // IsAllowed(file.FileName), IsAllowed(extension)
    private bool IsOfFile(IOperation value)
    {
        if (value.UnwrapConversions() is ILocalReferenceOperation local)
            value = LocalUses.Of(local).OriginOf(local) ?? value;
        return value.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any(p => files.Are(p.Instance?.Type));
    }

    private void SeeProperty(IPropertyReferenceOperation reference)
    {
        if (!files.Are(reference.Instance?.Type) && reference.Property.Name != "Length")
            return;
        switch (reference.Property.Name)
        {
            case "ContentType" or "FileName" when IsCompared(reference, MaxDepth):
                ChecksType = true;
                break;
            case "Length" when files.IsContent(reference.Instance?.Type) && IsCompared(reference, MaxDepth):
                ChecksSize = true;
                break;
        }
    }

    private bool Stores(IInvocationOperation call)
    {
        var (method, type) = (call.TargetMethod, call.TargetMethod.ContainingType);
        if (type is { Name: "File" } && type.ContainingNamespace?.ToString() == "System.IO")
            return method.Name
                is "Create"
                    or "OpenWrite"
                    or "WriteAllBytes"
                    or "WriteAllBytesAsync"
                    or "Copy"
                    or "Move";
        if (IsOf(type, Storages))
            return IsStorage(method);
        return method.Name is "SaveChanges" or "SaveChangesAsync"
            && type.SelfAndBaseTypes().Any(t => t.Name == "DbContext")
            && KeepsBytes(call);
    }

    /// <summary>Whether a method puts what it gets into the storage of a cloud.</summary>
    public static bool IsStorage(IMethodSymbol method) =>
        IsOf(method.ContainingType, Storages) && IdentifierWords.StartsWithWord(method.Name, "upload", "put");

    // document.Content = stream.ToArray(), beside the call that saves it.
    private static bool KeepsBytes(IOperation call)
    {
        while (call.Parent is { } parent)
            call = parent;
        return call.Descendants()
            .OfType<ISimpleAssignmentOperation>()
            .Any(a =>
                a.Target is IPropertyReferenceOperation
                && a.Value.UnwrapConversions().Type
                    is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }
            );
    }

    private static bool IsForReading(IObjectCreationOperation stream) =>
        stream
            .Arguments.SelectMany(a => a.Value.DescendantsAndSelf())
            .OfType<IFieldReferenceOperation>()
            .Any(f =>
                f.Field
                    is { Name: "Open", ContainingType: { Name: "FileMode", IsFramework: true } }
                        or { Name: "Read", ContainingType: { Name: "FileAccess", IsFramework: true } }
            );

    // if (extension == ".pdf"), allowed.Contains(file.ContentType), IsAllowed(file.FileName).
    private static bool IsCompared(IOperation value, int depth)
    {
        var parent = value.ParentBeyond(static p =>
            p is IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalAccessOperation
        );
        return depth > 0
            && parent switch
            {
                IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.Equals
                        or BinaryOperatorKind.NotEquals
                        or BinaryOperatorKind.GreaterThan
                        or BinaryOperatorKind.GreaterThanOrEqual
                        or BinaryOperatorKind.LessThan
                        or BinaryOperatorKind.LessThanOrEqual
                } comparison => !IsEmpty(comparison),
                IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation => true,
                IInvocationOperation call => IsComparedBy(call, depth),
                IArgumentOperation { Parent: IInvocationOperation call } => IsComparedBy(call, depth),
                IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => LocalUses
                    .Of(value)
                    .ReferencesTo(declarator.Symbol)
                    .Any(r => IsCompared(r, depth - 1)),
                _ => false,
            };
    }

    private static bool IsComparedBy(IInvocationOperation call, int depth)
    {
        if (Forms.Contains(call.TargetMethod.Name))
            return IsCompared(call, depth - 1);
        return call.TargetMethod.ReturnType.SpecialType == SpecialType.System_Boolean
                && call.TargetMethod.Name is not ("IsNullOrEmpty" or "IsNullOrWhiteSpace")
            || IdentifierWords.StartsWithWord(call.TargetMethod.Name, "validate", "check", "ensure", "verify");
    }

    // file.Length == 0 and FileName != "" say only that there is a file.
    private static bool IsEmpty(IBinaryOperation comparison) =>
        new[] { comparison.LeftOperand, comparison.RightOperand }.Any(o =>
            o.UnwrapConversions().ConstantValue is { HasValue: true, Value: null or "" or 0 or 0L }
        );

    private bool IsScan(string name) =>
        IdentifierWords
            .Split(name)
            .Any(word => scanWords.Any(s => word.StartsWith(s, StringComparison.OrdinalIgnoreCase)));

    private static bool IsMarked(IMethodSymbol method) =>
        new ISymbol[] { method, method.OriginalDefinition, method.ContainingType }
            .Concat(method.ContainingType.AllInterfaces)
            .SelectMany(s => s.GetAttributes())
            .Any(a => a.AttributeClass?.ToString() == "PolicyKit.Annotations.MalwareScanAttribute");

    private static bool IsOf(INamedTypeSymbol type, string[] spaces) =>
        type.ContainingNamespace?.ToString() is { } space
        && spaces.Any(s => space == s || space.StartsWith(s + ".", StringComparison.Ordinal));
}
