using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Audit;

/// <summary>Operations that change the records of a classified type.</summary>
internal sealed class ClassifiedChanges(Compilation compilation, Classifications classes, int from)
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";

    private static readonly string[] Verbs =
    {
        "add",
        "insert",
        "create",
        "update",
        "upsert",
        "delete",
        "remove",
        "save",
        "store",
        "replace",
    };

    // The tables of the records that have a class, by the names that statements call them.
    private readonly Lazy<IReadOnlyDictionary<string, ITypeSymbol>> _tables = new(() =>
        ChangingStatement.TablesOf(compilation, type => classes.MembersOf(type).Any(m => m.Rank >= from))
    );

    /// <summary>Whether a type has members of the class from which changes are recorded.</summary>
    public bool IsClassified(ITypeSymbol? type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None } named
        && classes.MembersOf(named).Any(m => m.Rank >= from);

    /// <summary>
    /// The change that an operation makes: the type of the record, and whether it goes past what watches SaveChanges.
    /// </summary>
    public (ITypeSymbol Record, bool IsDirect)? Of(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call when IsOfFramework(call.TargetMethod.ContainingType) => OfContext(call)
                ?? OfStatement(call),
            IInvocationOperation call => OfRepository(call) ?? OfStatement(call),
            ISimpleAssignmentOperation
            {
                Target: IPropertyReferenceOperation { Instance: { Type: { } record } instance }
            } assignment when IsClassified(record) && IsLoaded(instance) && IsSavedBeside(assignment) => (
                record,
                false
            ),
            _ => null,
        };

    private (ITypeSymbol, bool)? OfContext(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name is "ExecuteUpdate" or "ExecuteUpdateAsync" or "ExecuteDelete" or "ExecuteDeleteAsync")
            return method.TypeArguments.FirstOrDefault(IsClassified) is { } bulk ? (bulk, true) : null;
        if (
            method.Name
            is not (
                "Attach"
                or "Entry"
                or "Add"
                or "AddAsync"
                or "AddRange"
                or "AddRangeAsync"
                or "Update"
                or "UpdateRange"
                or "Remove"
                or "RemoveRange"
            )
        )
            return null;
        // context.Entry(r).State = EntityState.Modified, context.Attach(r).State = …
        if (method.Name is "Attach" or "Entry" && !IsStateSet(call))
            return null;
        var record =
            method.ContainingType.TypeArguments.FirstOrDefault(IsClassified)
            ?? call.Arguments.Select(a => a.Value.UnwrapConversions().Type).FirstOrDefault(IsClassified);
        return record is null ? null : (record, false);
    }

    private static bool IsStateSet(IInvocationOperation call) =>
        call.Parent
            is IPropertyReferenceOperation
            {
                Property.Name: "State",
                Parent: ISimpleAssignmentOperation { Value: { } state }
            }
        && state.UnwrapConversions() is IFieldReferenceOperation { Field.Name: "Modified" or "Added" or "Deleted" };

    // connection.ExecuteAsync("UPDATE …", resident), Database.ExecuteSql($"UPDATE … {resident.Name}"): by what it is
    // given, or by the table.
    private (ITypeSymbol, bool)? OfStatement(IInvocationOperation call)
    {
        if (!ChangingStatement.Is(call))
            return null;
        var record =
            ChangingStatement.ValuesOf(call).Select(RecordOf).FirstOrDefault(type => type is not null)
            ?? ChangingStatement.TableOf(call, _tables.Value);
        return record is null ? null : (record, true);
    }

    // The record itself, or the one whose member it is.
    private ITypeSymbol? RecordOf(IOperation value)
    {
        if (IsClassified(value.Type))
            return value.Type;
        return
            value is IPropertyReferenceOperation { Property: { ContainingType: { } owner } property }
            && classes.Of(property) >= from
            ? owner
            : null;
    }

    // IRepository<Resident>.UpdateAsync(resident) of a library: what it is made for is in its type.
    private (ITypeSymbol, bool)? OfRepository(IInvocationOperation call)
    {
        var (method, type) = (call.TargetMethod, call.TargetMethod.ContainingType);
        return
            type.Name.EndsWith("Repository", StringComparison.Ordinal)
            && method.DeclaringSyntaxReferences.Length == 0
            && IdentifierWords.StartsWithWord(method.Name, Verbs)
            && type.TypeArguments.FirstOrDefault(IsClassified) is { } record
            ? (record, false)
            : null;
    }

    // What was made here is added or handed on; what came from elsewhere was loaded.
    private static bool IsLoaded(IOperation instance) =>
        instance is ILocalReferenceOperation local
            ? LocalUses.Of(local).ValuesOf(local.Local).All(v => v.UnwrapConversions() is not IObjectCreationOperation)
            : instance is IParameterReferenceOperation or IPropertyReferenceOperation;

    private static bool IsSavedBeside(IOperation operation)
    {
        IOperation body = operation;
        while (body.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            body = parent;
        return body.Descendants()
            .OfType<IInvocationOperation>()
            .Any(c =>
                c.TargetMethod.Name is "SaveChanges" or "SaveChangesAsync"
                && c.TargetMethod.ContainingType.SelfAndBaseTypes().Any(IsOfFramework)
            );
    }

    private static bool IsOfFramework(INamedTypeSymbol type) => type.ContainingNamespace?.ToString() == EntityFramework;
}
