using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Cryptography;

/// <summary>The size of an elliptic curve by its name or its object identifier.</summary>
internal static class CurveSizes
{
    private static readonly Lazy<Regex> Digits = new(() =>
        new Regex("(?<![0-9])[1-5][0-9]{2}(?![0-9])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
    );

    // SEC 2, ANSI X9.62 and RFC 5639.
    private static readonly Dictionary<string, int> Identifiers = new(StringComparer.Ordinal)
    {
        ["1.2.840.10045.3.1.1"] = 192,
        ["1.2.840.10045.3.1.7"] = 256,
        ["1.3.132.0.1"] = 163,
        ["1.3.132.0.8"] = 160,
        ["1.3.132.0.9"] = 160,
        ["1.3.132.0.10"] = 256,
        ["1.3.132.0.15"] = 163,
        ["1.3.132.0.30"] = 160,
        ["1.3.132.0.31"] = 192,
        ["1.3.132.0.32"] = 224,
        ["1.3.132.0.33"] = 224,
        ["1.3.132.0.34"] = 384,
        ["1.3.132.0.35"] = 521,
        ["1.3.36.3.3.2.8.1.1.1"] = 160,
        ["1.3.36.3.3.2.8.1.1.3"] = 192,
        ["1.3.36.3.3.2.8.1.1.5"] = 224,
        ["1.3.36.3.3.2.8.1.1.7"] = 256,
    };

    private static readonly HashSet<string> Factories = new(StringComparer.Ordinal)
    {
        "CreateFromFriendlyName",
        "CreateFromValue",
        "CreateFromOid",
        "GetByName",
        "GetByOid",
    };

    /// <summary>
    /// The size that a name says: nistP256, secp192k1, brainpoolP224r1, 1.3.132.0.33; null when it says none.
    /// </summary>
    public static int? Of(string name) =>
        Identifiers.TryGetValue(name, out var known) ? known
        : name.IndexOf('.') < 0 && Digits.Value.Match(name) is { Success: true } match
            ? int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    /// <summary>The size of the curve that an expression is; null when it shows none.</summary>
    public static int? Of(IOperation? operation) =>
        operation switch
        {
            IConversionOperation conversion => Of(conversion.Operand),
            IPropertyReferenceOperation
            {
                Property:
                {
                    ContainingType: { Name: "NamedCurves", ContainingType: { Name: "ECCurve", IsFramework: true } }
                } curve
            } => Of(curve.Name),
            ILocalReferenceOperation local => Of(LocalUses.Of(local).OriginOf(local)),
            IInvocationOperation call when Factories.Contains(call.TargetMethod.Name) => OfFactory(call),
            _ => null,
        };

    /// <summary>The size of the curve that a factory is asked for by name.</summary>
    public static int? OfFactory(IInvocationOperation call) =>
        Factories.Contains(call.TargetMethod.Name)
        && call.Arguments.Length > 0
        && (
            call.TargetMethod.ContainingType is { Name: "ECCurve", IsFramework: true }
            || (
                Namespaces.IsBouncyCastle(call.TargetMethod.ContainingType)
                && IdentifierWords.HasWord(call.TargetMethod.ContainingType.Name, new[] { "curve" })
            )
        )
            ? StringValueTracker
                .Of(Inner(call.Arguments[0].Value))
                .Select(v => Of(v.Text))
                .FirstOrDefault(b => b is not null)
            : null;

    // new Oid("1.3.132.0.33"), new DerObjectIdentifier("…")
    private static IOperation Inner(IOperation operation) =>
        operation.UnwrapConversions() is var inner
        && inner is IObjectCreationOperation { Arguments: { Length: > 0 } arguments }
            ? arguments[0].Value
            : inner;
}
