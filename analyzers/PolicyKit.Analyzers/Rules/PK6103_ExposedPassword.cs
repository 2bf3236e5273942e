using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Policies;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK6103_ExposedPassword()
    : PolicyRule("PK6103", MeasureKind.Technical, Severity.Error, wholeProgram: WholeProgram.Partly)
{
    private static readonly ParameterId Names = ParameterId.Parse("passwords.names");
    private static readonly ParameterId Iterations = ParameterId.Parse("passwords.iterations");
    private static readonly ParameterId Cost = ParameterId.Parse("passwords.bcrypt-cost");

    // A standard that was written before them has none; what it says of the others holds nevertheless.
    private static readonly ParameterId Argon2 = ParameterId.Parse("passwords.argon2-work");
    private static readonly ParameterId Scrypt = ParameterId.Parse("passwords.scrypt-work");

    public override ValueList<ParameterId> Parameters { get; } = ValueList.Create(Names, Iterations, Cost);

    private protected override void Start(RuleContext rule)
    {
        var passwords = new PlaintextPasswordFinder(rule.Values(Names));
        // A password that is used in a file is named there: most files name none, and are done with one look.
        var named = new ConcurrentDictionary<SyntaxTree, bool>();
        bool NamesPassword(IOperation operation) =>
            named.GetOrAdd(operation.Syntax.SyntaxTree, tree => passwords.AreNamedIn(tree.GetText().ToString()));
        var sql = new PasswordsInSql(passwords, rule.Values(Names));
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
        var hard = new MemoryHardDerivation(Optional(rule, Argon2), Optional(rule, Scrypt));
        rule.RegisterOperationAction(
            context =>
            {
                var isNamed = NamesPassword(context.Operation);
                if (isNamed && PasswordHash.Of(context.Operation, passwords, context.ContainingSymbol) is { } hashed)
                    context.Report(context.Operation.Syntax, "PK6103.hash", hashed.Name);
                else if (weak?.Of(context.Operation) is { } found)
                    context.Report(
                        found.Place,
                        "PK6103.iterations",
                        found.Count.ToString(CultureInfo.InvariantCulture),
                        found.Minimum.ToString(CultureInfo.InvariantCulture)
                    );
                else if (hard.Of(context.Operation) is { } cheap)
                    context.Report(
                        cheap.Place,
                        "PK6103.work",
                        cheap.Cost.ToString(CultureInfo.InvariantCulture),
                        cheap.Minimum.ToString(CultureInfo.InvariantCulture)
                    );
                else if (
                    isNamed
                    && ReversiblePassword.Of(context.Operation, passwords, context.ContainingSymbol) is { } encrypted
                )
                    context.Report(context.Operation.Syntax, "PK6103.encrypted", encrypted.Name);
                else if (
                    isNamed
                    && PasswordComparison.Of(context.Operation, passwords, context.ContainingSymbol) is { } compared
                )
                    context.Report(context.Operation.Syntax, "PK6103.compared", compared.Name);
                else if (isNamed && sql.Of(context.Operation) is { } handed)
                    context.Report(
                        context.Operation.Syntax,
                        handed.IsWritten ? "PK6103.stored" : "PK6103.compared",
                        handed.Name
                    );
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.SimpleAssignment,
            OperationKind.InterpolatedString,
            OperationKind.Binary
        );
        rule.RegisterOperationAction(
            context =>
            {
                if (
                    context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
                    && IdentifierWords.StartsWithWord(method.Name, "Hash")
                    && passwords.In(((IReturnOperation)context.Operation).ReturnedValue)
                        is { Symbol: IParameterSymbol } left
                )
                    context.Report(context.Operation.Syntax, "PK6103.unhashed", left.Name);
            },
            OperationKind.Return
        );
        rule.RegisterOperationAction(
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
                    stored.Add(
                        new StoredPassword(owner, assignment.Value, "PK6103.reversible", name)
                        {
                            Encrypted = ReversiblePassword
                                .In(assignment.Value, passwords, context.ContainingSymbol)
                                ?.Name,
                        }
                    );
            },
            OperationKind.SimpleAssignment
        );
        rule.RegisterEffectiveConfiguration(context =>
        {
            foreach (var entry in context.File.Entries)
                if (entry.Name == "passwordFormat" && entry.Value is "Clear" or "Encrypted")
                    context.Report(entry, "PK6103.format", entry.Value);
        });
        rule.RegisterTypes(entities.Add);
        rule.RegisterCompilationEndAction(end =>
        {
            foreach (var place in stored)
                if (entities.Contains(place.Owner))
                    end.Report(place.Value.Syntax.GetLocation(), place.Key, place.Name);
                else if (place.Encrypted is { } password)
                    end.Report(place.Value.Syntax.GetLocation(), "PK6103.encrypted", password);
        });
    }

    private static int? Optional(RuleContext rule, ParameterId parameter) =>
        rule.Policy.Pack.Standard?.Find(parameter) is { Values: { Count: > 0 } values }
        && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var least)
            ? least
            : null;

    private sealed record StoredPassword(INamedTypeSymbol Owner, IOperation Value, string Key, string Name)
    {
        /// <summary>The user's password that is encrypted there, whether a database keeps it or not.</summary>
        public string? Encrypted { get; init; }
    }

    private static bool IsReversible(string method) =>
        method == "ToBase64String" || IdentifierWords.StartsWithWord(method, "Encrypt", "Protect", "Encode");
}
