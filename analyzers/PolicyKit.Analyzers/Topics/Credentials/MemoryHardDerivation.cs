using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>
/// Argon2 and scrypt that cost an attacker less than the parameters ask for, where the source shows every number that
/// the cost is made of.
/// </summary>
/// <param name="argon2">The least product of memory in KiB and iterations; null where the standard has none.</param>
/// <param name="scrypt">The least product of N, r and p; null where the standard has none.</param>
internal sealed class MemoryHardDerivation(int? argon2, int? scrypt)
{
    // What BouncyCastle's builder begins with.
    private const int DefaultIterations = 3;

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "Argon2id",
        "Argon2i",
        "Argon2d",
        "Argon2Config",
    };

    /// <summary>The cost that a derivation is made with, where it is too little.</summary>
    public (SyntaxNode Place, long Cost, int Minimum)? Of(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type.Name: { } type } creation when Types.Contains(type) => OfArgon2(
                Set(creation, "MemorySize", "MemoryCost"),
                Set(creation, "Iterations", "TimeCost")
            ),
            IInvocationOperation { TargetMethod: { Name: "Hash", ContainingType.Name: "Argon2" } } call => OfArgon2(
                Given(call, "memoryCost"),
                Given(call, "timeCost")
            ),
            IInvocationOperation
            {
                TargetMethod: { Name: "WithMemoryAsKB" or "WithMemoryPowOfTwo", ContainingType.IsBouncyCastle: true }
            } builder => OfBuilder(builder),
            IInvocationOperation
            {
                TargetMethod: { Name: "Generate", ContainingType: { Name: "SCrypt", IsBouncyCastle: true } }
            } call => OfScrypt(call),
            _ => null,
        };

    private (SyntaxNode Place, long Cost, int Minimum)? OfArgon2(IOperation? memory, IOperation? iterations) =>
        ConstantInt.LeastOf(memory) is { } kibibytes && ConstantInt.LeastOf(iterations) is { } times
            ? Below(memory!, (long)kibibytes * times, argon2)
            : null;

    // new Argon2Parameters.Builder(type).WithIterations(2).WithMemoryAsKB(19456)
    private (SyntaxNode Place, long Cost, int Minimum)? OfBuilder(IInvocationOperation call)
    {
        var value = call.Arguments[0].Value;
        if (ConstantInt.LeastOf(value) is not { } number)
            return null;
        IOperation chain = call;
        while (chain.Parent is IInvocationOperation { Instance: { } inner } outer && inner == chain)
            chain = outer;
        var calls = chain.DescendantsAndSelf().OfType<IInvocationOperation>();
        var iterations = calls.FirstOrDefault(c => c.TargetMethod.Name == "WithIterations")?.Arguments[0].Value;
        var times = iterations is null ? DefaultIterations : ConstantInt.LeastOf(iterations);
        var isPower = call.TargetMethod.Name == "WithMemoryPowOfTwo" && number is >= 0 and < 40;
        return times is { } count ? Below(value, (isPower ? 1L << number : number) * count, argon2) : null;
    }

    private (SyntaxNode Place, long Cost, int Minimum)? OfScrypt(IInvocationOperation call) =>
        Given(call, "N") is { } n
        && ConstantInt.LeastOf(n) is { } cost
        && ConstantInt.LeastOf(Given(call, "r")) is { } block
        && ConstantInt.LeastOf(Given(call, "p")) is { } lanes
            ? Below(n, (long)cost * block * lanes, scrypt)
            : null;

    private static (SyntaxNode Place, long Cost, int Minimum)? Below(IOperation place, long cost, int? minimum) =>
        minimum is { } least && cost < least ? (place.Syntax, cost, least) : null;

    private static IOperation? Given(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value;

    // In the initializer, or in the statements after it; what is set last holds.
    private static IOperation? Set(IObjectCreationOperation creation, string property, string other)
    {
        var settings = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().ToList() ?? new();
        if (
            creation.ParentBeyondConversions() is IVariableInitializerOperation
            {
                Parent: IVariableDeclaratorOperation kept
            }
        )
            settings.AddRange(
                LocalUses
                    .Of(creation)
                    .ReferencesTo(kept.Symbol)
                    .Select(r => r.Parent?.Parent)
                    .OfType<ISimpleAssignmentOperation>()
            );
        return settings
            .LastOrDefault(a =>
                a.Target is IPropertyReferenceOperation { Property.Name: { } name }
                && (name == property || name == other)
            )
            ?.Value;
    }
}
