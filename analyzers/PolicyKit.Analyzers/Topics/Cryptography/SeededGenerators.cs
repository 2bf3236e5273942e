using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>
/// Generators of BouncyCastle that know nothing but the seed that they are given, where that seed is written or read
/// from the clock. What is added to a generator that has seeded itself does no harm.
/// </summary>
internal static class SeededGenerators
{
    /// <summary>The seed of such a generator, where it can be guessed.</summary>
    public static SyntaxNode? SeedOf(IOperation operation, INamedTypeSymbol random) =>
        operation
            is IInvocationOperation
            {
                TargetMethod: { Name: "SetSeed" or "AddSeedMaterial", ContainingType: { IsBouncyCastle: true } },
                Instance: { } instance,
                Arguments: { Length: 1 } arguments
            }
        && IsUnseeded(instance)
        && IsGuessable(arguments[0].Value, random)
            ? arguments[0].Syntax
            : null;

    private static bool IsUnseeded(IOperation instance) =>
        OriginOf(instance) switch
        {
            IInvocationOperation { TargetMethod.Name: "GetInstance", Arguments: { Length: 2 } given } => given[1]
                .Value
                .ConstantValue
                is { HasValue: true, Value: false },
            IObjectCreationOperation { Type.Name: "SecureRandom", Arguments.Length: > 0 } => true,
            IObjectCreationOperation { Type.Name: "DigestRandomGenerator" or "VmpcRandomGenerator" } => true,
            _ => false,
        };

    private static bool IsGuessable(IOperation seed, INamedTypeSymbol random) =>
        seed.UnwrapConversions().ConstantValue.HasValue
        || ConstantBytes.Are(seed, static r => r.Parent is IArgumentOperation)
        || seed.DescendantsAndSelf().Any(o => PredictableValue.KeyOf(o, random) is not null);

    private static IOperation? OriginOf(IOperation value) =>
        value.UnwrapConversions() is ILocalReferenceOperation local
            ? LocalUses.Of(local).OriginOf(local)?.UnwrapConversions()
            : value.UnwrapConversions();
}
