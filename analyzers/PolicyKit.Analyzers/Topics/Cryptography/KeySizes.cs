using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>Sizes of keys that do not stand beside the algorithm that they are for.</summary>
internal static class KeySizes
{
    private static readonly Dictionary<string, string> Generators = new(StringComparer.Ordinal)
    {
        ["RsaKeyPairGenerator"] = "RSA",
        ["DsaKeyPairGenerator"] = "DSA",
    };

    /// <summary>
    /// What a generator of BouncyCastle is told to make: new RsaKeyPairGenerator().Init(new
    /// KeyGenerationParameters(random, 1024)); null when the source does not show it.
    /// </summary>
    public static (string Algorithm, int Bits)? OfGenerator(IInvocationOperation call)
    {
        if (
            call is not { TargetMethod.Name: "Init", Instance: { } generator, Arguments: { Length: 1 } arguments }
            || OriginOf(arguments[0].Value)
                is not IObjectCreationOperation
                {
                    Type: { Name: "KeyGenerationParameters", IsBouncyCastle: true }
                } parameters
            || parameters.Arguments.FirstOrDefault(a => a.Parameter?.Name == "strength") is not { } strength
            || ConstantInt.LeastOf(strength.Value) is not { } bits
        )
            return null;
        var algorithm =
            generator.UnwrapConversions().Type is { Name: { } type } && Generators.TryGetValue(type, out var own)
                ? own
                : NamedIn(OriginOf(generator));
        return algorithm is null ? null : (algorithm, bits);
    }

    /// <summary>
    /// The length of a key of CNG where the body names RSA: new CngProperty("Length",
    /// BitConverter.GetBytes(1024), …).
    /// </summary>
    public static int? OfCngProperty(IObjectCreationOperation property)
    {
        if (
            property.Arguments.Length < 2
            || property.Arguments[0].Value.ConstantValue is not { HasValue: true, Value: "Length" }
            || property.Arguments[1].Value.UnwrapConversions()
                is not IInvocationOperation
                {
                    TargetMethod: { Name: "GetBytes", ContainingType: { Name: "BitConverter", IsFramework: true } },
                    Arguments: { Length: 1 } arguments
                }
            || ConstantInt.LeastOf(arguments[0].Value) is not { } bits
        )
            return null;
        IOperation body = property;
        while (body.Parent is { } parent)
            body = parent;
        return body.Descendants()
            .Any(o =>
                o
                    is IPropertyReferenceOperation
                    {
                        Property: { Name: "Rsa", ContainingType: { Name: "CngAlgorithm", IsFramework: true } }
                    }
            )
            ? bits
            : null;
    }

    /// <summary>The number that a factory is handed beside a name: CryptoConfig.CreateFromName("RSA", 1024).</summary>
    public static int? HandedTo(IInvocationOperation call) =>
        call
            .Arguments.Skip(1)
            .Select(a => a.Value.UnwrapConversions())
            .SelectMany(v =>
                v is IArrayCreationOperation { Initializer: { } values }
                    ? values.ElementValues.AsEnumerable()
                    : new[] { v }
            )
            .Select(v => ConstantInt.LeastOf(v.UnwrapConversions()))
            .FirstOrDefault(bits => bits > 0);

    private static string? NamedIn(IOperation? generator) =>
        generator switch
        {
            IObjectCreationOperation { Type.Name: { } type } when Generators.TryGetValue(type, out var own) => own,
            IInvocationOperation { TargetMethod.Name: "GetKeyPairGenerator", Arguments: { Length: 1 } arguments }
                when arguments[0].Value.ConstantValue is { HasValue: true, Value: string name } => AlgorithmNames.Named(
                name
            ),
            _ => null,
        };

    private static IOperation? OriginOf(IOperation value) =>
        value.UnwrapConversions() is ILocalReferenceOperation local
            ? LocalUses.Of(local).OriginOf(local)?.UnwrapConversions()
            : value.UnwrapConversions();
}
