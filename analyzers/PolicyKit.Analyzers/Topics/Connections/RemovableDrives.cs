using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Connections;

/// <summary>Where code looks for removable drives or opens a path on one.</summary>
internal static class RemovableDrives
{
    // Where Linux mounts what is plugged in.
    private static readonly Regex Mounted = new(
        "^/(?:(?:run/)?media/[^/]|mnt/(?:usb|sd|flash|removable))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    // Queries of Windows Management Instrumentation.
    private static readonly Regex Query = new(
        @"DriveType\s*=\s*'?2\b|InterfaceType\s*=\s*'USB'|Win32_USBHub|Win32_VolumeChangeEvent",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    /// <summary>The place where an operation reaches for a removable drive; null where it does not.</summary>
    public static SyntaxNode? Access(IOperation operation) =>
        operation switch
        {
            IFieldReferenceOperation { Field: { Name: "Removable", ContainingType: { Name: "DriveType" } type } } chosen
                when Namespaces.IsFramework(type) && !IsRefused(chosen) => chosen.Syntax,
            IPropertyReferenceOperation
            {
                Property: { Name: "RemovableDevices", ContainingType: { Name: "KnownFolders" } folders }
            } known when folders.ContainingNamespace?.ToString() == "Windows.Storage" => known.Syntax,
            IInvocationOperation call when IsOfFiles(call.TargetMethod.ContainingType) => PathIn(
                call.Arguments.Where(IsPath),
                Mounted
            ),
            IObjectCreationOperation { Type: INamedTypeSymbol type } creation when IsOfFiles(type) => PathIn(
                creation.Arguments.Where(IsPath),
                Mounted
            ),
            IObjectCreationOperation { Type: INamedTypeSymbol type } creation
                when type.ContainingNamespace?.ToString() == "System.Management" => PathIn(creation.Arguments, Query),
            _ => null,
        };

    private static SyntaxNode? PathIn(IEnumerable<IArgumentOperation> arguments, Regex shape) =>
        arguments
            .SelectMany(a => StringValueTracker.Of(BeginOf(a.Value)))
            .Where(v => shape.IsMatch(v.Text))
            .Select(v => v.Origin)
            .FirstOrDefault();

    // Path.Combine("/media/usb0", name) begins with its first part.
    private static IOperation BeginOf(IOperation path)
    {
        if (path.UnwrapConversions() is ILocalReferenceOperation local)
            path = LocalUses.Of(local).OriginOf(local) ?? path;
        return
            path.UnwrapConversions()
                is IInvocationOperation
                {
                    TargetMethod: { Name: "Combine" or "Join", ContainingType: { Name: "Path", IsFramework: true } },
                    Arguments: { Length: > 0 } parts
                }
            ? ListedValues.Of(parts[0].Value).FirstOrDefault() ?? path
            : path;
    }

    // Not the text that is written there.
    private static bool IsPath(IArgumentOperation argument) =>
        argument.Parameter is { Name: { } name }
        && (
            name.EndsWith("path", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("fileName", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("dirName", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsOfFiles(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToString() == "System.IO" && type.Name is not ("Path" or "StringReader");

    // drive.DriveType != DriveType.Removable, and a branch that throws, keep away from them.
    private static bool IsRefused(IOperation chosen) =>
        chosen.ParentBeyondConversions() switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } => true,
            INegatedPatternOperation => true,
            IConstantPatternOperation { Parent: INegatedPatternOperation } => true,
            IBinaryOperation { Parent: IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } } => true,
            IBinaryOperation { Parent: IConditionalOperation conditional } => conditional
                .WhenTrue.DescendantsAndSelf()
                .Any(o => o is IThrowOperation),
            _ => false,
        };
}
