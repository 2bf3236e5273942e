using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Analyzers.Framework;
using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6103_ExposedPassword()
    : PolicyRule("PK6103", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Partly)
{
    private static readonly ParameterId Names = ParameterId.Parse("passwords.names");
    private static readonly ParameterId Iterations = ParameterId.Parse("passwords.iterations");
    private static readonly ParameterId Cost = ParameterId.Parse("passwords.bcrypt-cost");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Names, Iterations, Cost);

    private protected override void Start(RuleContext rule)
    {
        var passwords = new PasswordTexts(rule.Values(Names));
        // A password that is used in a file is named there: most files name none, and are done with one look.
        var named = new ConcurrentDictionary<SyntaxTree, bool>();
        bool NamesPassword(IOperation operation) =>
            named.GetOrAdd(operation.Syntax.SyntaxTree, tree => passwords.AreNamedIn(tree.GetText().ToString()));
        var entities = new EntityTypes();
        var stored = new ConcurrentBag<StoredPassword>();
        var weak =
            int.TryParse(
                rule.Values(Iterations)[0],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var iterations
            ) & int.TryParse(rule.Values(Cost)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var cost)
                ? new KeyDerivation(iterations, cost)
                : null;
        rule.RegisterOperationAction(
            new Trigger(KeyDerivation.Names, rule.Values(Names).ToArray()),
            context =>
            {
                var isNamed = NamesPassword(context.Operation);
                if (isNamed && PasswordHash.Of(context.Operation, passwords, context.ContainingSymbol) is { } hashed)
                    rule.Report(
                        context.ReportDiagnostic,
                        context.Operation.Syntax.GetLocation(),
                        "PK6103.hash",
                        hashed.Name
                    );
                else if (weak?.Of(context.Operation) is { } found)
                    rule.Report(
                        context.ReportDiagnostic,
                        found.Place.GetLocation(),
                        "PK6103.iterations",
                        found.Count.ToString(CultureInfo.InvariantCulture),
                        found.Minimum.ToString(CultureInfo.InvariantCulture)
                    );
                else if (
                    isNamed
                    && PasswordComparison.Of(context.Operation, passwords, context.ContainingSymbol) is { } compared
                )
                    rule.Report(
                        context.ReportDiagnostic,
                        context.Operation.Syntax.GetLocation(),
                        "PK6103.compared",
                        compared.Name
                    );
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment,
            OperationKind.Binary
        );
        rule.RegisterOperationAction(
            Trigger.OnFile(rule.Values(Names).ToArray()),
            context =>
            {
                var assignment = (ISimpleAssignmentOperation)context.Operation;
                if (
                    assignment.Target
                        is not IPropertyReferenceOperation { Property: { ContainingType: { } owner, Name: var name } }
                    || !passwords.IsPassword(name)
                    || PasswordComparison.IsInOwnType(context.ContainingSymbol, owner)
                )
                    return;
                if (passwords.In(assignment.Value) is not null)
                    stored.Add(new StoredPassword(owner, assignment.Value, "PK6103.stored", name));
                else if (
                    assignment.Value is IInvocationOperation call
                    && IsReversible(call.TargetMethod.Name)
                    && call.Arguments.Any(a => passwords.In(a.Value) is not null)
                )
                    stored.Add(new StoredPassword(owner, assignment.Value, "PK6103.reversible", name));
            },
            OperationKind.SimpleAssignment
        );
        rule.RegisterTypes(entities.Add);
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var place in stored.Where(p => entities.Contains(p.Owner)))
                rule.Report(end.ReportDiagnostic, place.Value.Syntax.GetLocation(), place.Key, place.Name);
        });
    }

    private sealed record StoredPassword(INamedTypeSymbol Owner, IOperation Value, string Key, string Name);

    private static bool IsReversible(string method) =>
        new[] { "Encrypt", "Protect", "Encode", "ToBase64String" }.Any(word =>
            method.StartsWith(word, StringComparison.Ordinal)
        );
}

/// <summary>The types whose values a database keeps: those of the DbSets in a DbContext, and those that say so themselves.</summary>
internal sealed class EntityTypes
{
    private readonly ConcurrentDictionary<ISymbol, bool> _types = new(SymbolEqualityComparer.Default);

    public void Add(INamedTypeSymbol type)
    {
        if (IsContext(type))
            foreach (
                var set in type.GetMembers()
                    .OfType<IPropertySymbol>()
                    .Select(p => p.Type)
                    .OfType<INamedTypeSymbol>()
                    .Where(t => t is { Name: "DbSet" or "IDbSet", TypeArguments.Length: 1 })
            )
                _types.TryAdd(set.TypeArguments[0].OriginalDefinition, true);
        if (
            type.GetAttributes()
                .Any(a =>
                    a.AttributeClass is { Name: "TableAttribute" or "EntityAttribute" or "BsonCollectionAttribute" }
                )
        )
            _types.TryAdd(type.OriginalDefinition, true);
    }

    public bool Contains(INamedTypeSymbol type) =>
        _types.Keys.OfType<INamedTypeSymbol>().Any(entity => IsOrDerives(entity, type.OriginalDefinition));

    // A property of the entity's base is kept with the entity.
    private static bool IsOrDerives(INamedTypeSymbol entity, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = entity; t is not null; t = t.BaseType)
            if (SymbolEqualityComparer.Default.Equals(t.OriginalDefinition, type))
                return true;
        return false;
    }

    private static bool IsContext(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
            if (t.Name is "DbContext" or "IdentityDbContext")
                return true;
        return false;
    }
}

/// <summary>A password that goes into a hash made to be fast.</summary>
internal static class PasswordHash
{
    public static PasswordText? Of(IOperation operation, PasswordTexts passwords, ISymbol containing)
    {
        if (operation is not IInvocationOperation { TargetMethod: { } method } call || !IsHash(method))
            return null;
        // Whoever looks a password up among those that are known to have leaked has to hash it as that list does.
        for (var symbol = containing; symbol is not null; symbol = symbol.ContainingSymbol)
            if (
                symbol is INamedTypeSymbol or IMethodSymbol
                && new[] { "Pwned", "Breach", "Leaked", "Compromised" }.Any(word =>
                    symbol.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0
                )
            )
                return null;
        return call
            .Arguments.Where(a => a.Parameter?.Name is not ("key" or "hmacKey"))
            .Select(a => passwords.In(a.Value))
            .FirstOrDefault(p => p is not null);
    }

    private static bool IsHash(IMethodSymbol method) =>
        method.Name switch
        {
            "ComputeHash" or "ComputeHashAsync" or "TryComputeHash" or "TransformBlock" or "TransformFinalBlock" =>
                DerivesFromHash(method.ContainingType),
            "HashData" or "TryHashData" or "HashDataAsync" => Namespaces.IsCryptography(method.ContainingType),
            "AppendData" => method.ContainingType.Name == "IncrementalHash",
            "BlockUpdate" => (
                method.ContainingType.Name.EndsWith("Digest", StringComparison.Ordinal)
                || method.ContainingType.Name.EndsWith("HMac", StringComparison.Ordinal)
            ) && Namespaces.IsBouncyCastle(method.ContainingType),
            _ => false,
        };

    private static bool DerivesFromHash(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? t = type; t is not null; t = t.BaseType)
            if (t.Name == "HashAlgorithm" && Namespaces.IsCryptography(t))
                return true;
        return false;
    }
}

/// <summary>Key derivation with fewer iterations than the parameters ask for.</summary>
internal sealed class KeyDerivation(int iterations, int cost)
{
    // The number that .NET takes when none is given, and that of the second version of ASP.NET Identity's format.
    private const int Default = 1000;

    /// <summary>Names without which no key is derived.</summary>
    public static readonly string[] Names =
    {
        "Rfc2898DeriveBytes",
        "Pbkdf2",
        "IterationCount",
        "CompatibilityMode",
        "PasswordHasherOptions",
        "Pkcs5S2ParametersGenerator",
        "Init",
        "BCrypt",
        "HashPassword",
        "EnhancedHashPassword",
        "GenerateSalt",
    };

    public (SyntaxNode Place, int Count, int Minimum)? Of(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type.Name: "Rfc2898DeriveBytes" } creation => Judge(
                Argument(creation.Arguments, "iterations"),
                iterations
            )
                ?? (
                    creation.Constructor?.Parameters.Any(p => p.Name == "iterations") == false && Default < iterations
                        ? (creation.Syntax, Default, iterations)
                        : null
                ),
            IInvocationOperation { TargetMethod: { Name: "Pbkdf2", ContainingType.Name: "Rfc2898DeriveBytes" } } call =>
                Judge(Argument(call.Arguments, "iterations"), iterations),
            IInvocationOperation { TargetMethod: { Name: "Pbkdf2", ContainingType.Name: "KeyDerivation" } } call =>
                Judge(Argument(call.Arguments, "iterationCount"), iterations),
            IInvocationOperation
            {
                TargetMethod:
                { Name: "Init", ContainingType.Name: "Pkcs5S2ParametersGenerator" or "PbeParametersGenerator" }
            } call => Judge(Argument(call.Arguments, "iterationCount"), iterations),
            IInvocationOperation
            {
                TargetMethod.ContainingType: { Name: "BCrypt", ContainingNamespace.Name: "Net" }
            } call => Judge(Argument(call.Arguments, "workFactor"), cost),
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property:
                    { Name: "IterationCount", ContainingType.Name: "PasswordHasherOptions" or "Rfc2898DeriveBytes" }
                }
            } assignment => Judge(assignment.Value, iterations),
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation
                {
                    Property: { Name: "CompatibilityMode", ContainingType.Name: "PasswordHasherOptions" }
                },
                Value: IFieldReferenceOperation { Field.Name: "IdentityV2" }
            } assignment when Default < iterations => (assignment.Value.Syntax, Default, iterations),
            _ => null,
        };

    private static IOperation? Argument(IEnumerable<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(a => a.Parameter?.Name == name)?.Value;

    private static (SyntaxNode Place, int Count, int Minimum)? Judge(IOperation? value, int minimum) =>
        FixedNumber.Of(value) is { } count && count < minimum ? (value!.Syntax, count, minimum) : null;
}

/// <summary>A password in clear that is held against another: so one of them was kept in clear.</summary>
internal static class PasswordComparison
{
    // One that a person types again is compared with what the same person typed before.
    private static readonly string[] Typed =
    {
        "confirm",
        "repeat",
        "retype",
        "reenter",
        "again",
        "verif",
        "second",
        "確認",
        "再入力",
    };

    private static readonly string[] Kept =
    {
        "stored",
        "saved",
        "actual",
        "expected",
        "correct",
        "database",
        "db",
        "real",
    };

    public static PasswordText? Of(IOperation operation, PasswordTexts passwords, ISymbol containing)
    {
        var (left, right) = operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison => (
                comparison.LeftOperand,
                comparison.RightOperand
            ),
            IInvocationOperation { TargetMethod.Name: "Equals" or "SequenceEqual" or "FixedTimeEquals" } call => (
                call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
                call.Arguments.ElementAtOrDefault(call.Instance is null ? 1 : 0)?.Value
            ),
            _ => (null, null),
        };
        if (passwords.In(left) is not { } one || passwords.In(right) is not { } other)
            return null;
        if (SymbolEqualityComparer.Default.Equals(one.Symbol, other.Symbol) || IsTyped(one.Name) || IsTyped(other.Name))
            return null;
        // Both came in by the same hand, for example an old and a new password.
        if (SymbolEqualityComparer.Default.Equals(one.Owner, other.Owner))
            return one.Owner is null && (IsKept(one.Name) || IsKept(other.Name)) ? one : null;
        var member = one.Owner is null ? other : one;
        return IsInOwnType(containing, member.Owner!) && IsSetter(containing) ? null : member;
    }

    public static bool IsInOwnType(ISymbol containing, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(containing.ContainingType, type);

    private static bool IsTyped(string name) =>
        Typed.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool IsKept(string name) =>
        Kept.Any(word => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    // A member that looks whether its value changes: if (_password != password) { _password = password; Notify(); }
    private static bool IsSetter(ISymbol containing) =>
        containing is IMethodSymbol { MethodKind: MethodKind.PropertySet }
        || containing.Name.StartsWith("Set", StringComparison.Ordinal)
        || containing.Name.StartsWith("Change", StringComparison.Ordinal)
        || containing.Name.StartsWith("Update", StringComparison.Ordinal);
}
