using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// Values that somebody else can guess: numbers of System.Random, the clock, and GUIDs, which are made to be unique
/// and not to be secret.
/// </summary>
internal static class PredictableValue
{
    /// <summary>Names without which there is none.</summary>
    public static readonly string[] Names =
    {
        "Next",
        "NextBytes",
        "NextInt64",
        "NextDouble",
        "NextSingle",
        "GetItems",
        "GetHexString",
        "GetString",
        "Shuffle",
        "NewGuid",
        "CreateVersion7",
        "Now",
        "UtcNow",
        "TickCount",
        "TickCount64",
        "GetTimestamp",
        "GetUtcNow",
        "Rnd",
    };

    /// <summary>The key of the message about such a value; null when an operation is none.</summary>
    public static string? KeyOf(IOperation operation, INamedTypeSymbol random) =>
        operation switch
        {
            IInvocationOperation call => KeyOf(call, random),
            IPropertyReferenceOperation
            {
                Property: { Name: "Now" or "UtcNow", ContainingType: { Name: "DateTime" or "DateTimeOffset" } type }
            } when type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true } =>
                "PK6207.clock",
            IPropertyReferenceOperation
            {
                Property:
                { Name: "TickCount" or "TickCount64", ContainingType: { Name: "Environment", IsFramework: true } }
            } => "PK6207.clock",
            _ => null,
        };

    private static string? KeyOf(IInvocationOperation call, INamedTypeSymbol random)
    {
        // What derives from Random may be a generator of another kind: BouncyCastle's SecureRandom does.
        if (
            call.Instance?.Type is { } type
            && SymbolEqualityComparer.Default.Equals(type, random)
            && call.TargetMethod.ContainingType.SpecialType != SpecialType.System_Object
        )
            return "PK6207";
        return call.TargetMethod switch
        {
            { Name: "NewGuid" or "CreateVersion7", ContainingType: { Name: "Guid", IsFramework: true } } =>
                "PK6207.guid",
            { Name: "GetTimestamp", ContainingType: { Name: "Stopwatch", IsFramework: true } } => "PK6207.clock",
            { Name: "Rnd", ContainingType: { Name: "VBMath", IsFramework: true } } => "PK6207",
            _ => null,
        };
    }
}
