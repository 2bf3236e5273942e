using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Audit;

/// <summary>Times of the local clock, without a zone, and whether they end up in the audit trail.</summary>
internal static class LocalClock
{
    private const int MaxDepth = 4;

    // Which members of a program answer with the local clock: asked of each of its calls.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, bool>> Answers = new();

    /// <summary>
    /// Whether an operation reads the local clock: DateTime.Now, DateTime.Today, UtcNow.ToLocalTime().
    /// </summary>
    public static bool Is(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Property: { Name: "Now" or "Today", ContainingType: { } type } } =>
                IsDateTime(type),
            // DateTimeOffset.Now.DateTime, clock.GetLocalNow().DateTime: the offset is gone.
            IPropertyReferenceOperation
            {
                Property:
                {
                    Name: "DateTime" or "LocalDateTime",
                    ContainingType: { Name: "DateTimeOffset", IsFramework: true }
                } property
            } part => property.Name == "LocalDateTime" || IsOffsetOfHere(part.Instance),
            IInvocationOperation { TargetMethod: { Name: "ToLocalTime", ContainingType: { } type } } => IsDateTime(
                type
            ),
            _ => false,
        };

    /// <summary>Whether an operation asks a member of the program that answers with the local clock.</summary>
    public static bool IsAskedBy(IOperation operation) => AnswersWithClock(operation, MaxDepth);

    private static bool AnswersWithClock(IOperation operation, int depth)
    {
        ISymbol? member = operation switch
        {
            IInvocationOperation { TargetMethod: { } method } when CanHoldTime(method.ReturnType) => method,
            IPropertyReferenceOperation { Property: { IsIndexer: false } property } when CanHoldTime(property.Type) =>
                property,
            _ => null,
        };
        if (
            depth == 0
            || member is null
            || member.DeclaringSyntaxReferences.IsEmpty
            || operation.SemanticModel?.Compilation is not { } compilation
        )
            return false;
        return Answers
            .GetValue(compilation, static _ => new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default))
            .GetOrAdd(member.OriginalDefinition, m => GivesClock(m, SourceBodies.Of(compilation), depth - 1));
    }

    // An interface answers as what implements it in the program.
    private static bool GivesClock(ISymbol member, SourceBodies bodies, int depth) =>
        bodies.GivenBy(member).Select(bodies.Bind).OfType<IOperation>().Any(given => IsTextOfClock(given, depth))
        || (member.IsAbstract && ImplementedBy(member, bodies).Any(m => GivesClock(m, bodies, depth)));

    private static IEnumerable<ISymbol> ImplementedBy(ISymbol member, SourceBodies bodies) =>
        bodies
            .TypesOf(member.ContainingType)
            .Select(type => type.FindImplementationForInterfaceMember(member))
            .OfType<ISymbol>()
            .Where(m => !m.IsAbstract);

    // DateTime.Now, and what is made a text of it without its offset.
    private static bool IsTextOfClock(IOperation value, int depth) =>
        value.UnwrapConversions() switch
        {
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } call => !IsRoundTrip(call)
                && IsTextOfClock(instance, depth),
            IInterpolatedStringOperation text => text
                .Parts.OfType<IInterpolationOperation>()
                .Any(p => IsTextOfClock(p.Expression, depth)),
            var other => Is(other) || AnswersWithClock(other, depth),
        };

    private static bool CanHoldTime(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_DateTime or SpecialType.System_String;

    private static bool IsOffsetOfHere(IOperation? instance) =>
        instance
            is IPropertyReferenceOperation
                {
                    Property: { Name: "Now", ContainingType: { Name: "DateTimeOffset", IsFramework: true } }
                }
                or IInvocationOperation { TargetMethod.Name: "GetLocalNow" or "ToLocalTime" };

    /// <summary>Whether a value becomes part of an entry of the audit trail.</summary>
    public static bool IsRecorded(IOperation value, ISymbol containing, AuditNames names) =>
        Ends(value, containing, names, MaxDepth);

    private static bool Ends(IOperation value, ISymbol containing, AuditNames names, int depth)
    {
        if (depth == 0)
            return false;
        for (
            IOperation child = value, parent = value.Parent!;
            parent is not null;
            child = parent, parent = parent.Parent!
        )
            switch (parent)
            {
                case IConversionOperation
                or IParenthesizedOperation
                or ICoalesceOperation
                or IConditionalAccessOperation:
                case IInterpolationOperation or IInterpolatedStringOperation:
                case IMemberInitializerOperation or IObjectOrCollectionInitializerOperation:
                case IAnonymousObjectCreationOperation:
                case IArrayInitializerOperation or IArrayCreationOperation:
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    return names.IsSink(call.TargetMethod)
                        || IsInside(containing, names)
                        || call.Arguments.Any(a => a.Value != child && names.IsRecord(a.Value.Type))
                        || EndsIn(call.TargetMethod, argument, names, depth - 1);
                // Another record is one of the audit trail where it is handed to it.
                case IArgumentOperation { Parent: IObjectCreationOperation creation }:
                    if (names.IsRecord(creation.Type))
                        return true;
                    continue;
                case IObjectCreationOperation:
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ToString" } call when call.Instance == child:
                    if (IsRoundTrip(call))
                        return false;
                    continue;
                case IInvocationOperation
                {
                    TargetMethod.Name: "AddDays" or "AddHours" or "AddMinutes" or "AddSeconds"
                }:
                    continue;
                // new { At = DateTime.Now }
                case ISimpleAssignmentOperation
                {
                    Target: IPropertyReferenceOperation { Property.ContainingType.IsAnonymousType: true }
                }:
                    continue;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation or IFieldReferenceOperation } set
                    when set.Value == child || IsWithin(set.Value, child):
                    if (names.IsRecord(((IMemberReferenceOperation)set.Target).Member.ContainingType))
                        return true;
                    if (set.Parent is IObjectOrCollectionInitializerOperation)
                        continue;
                    return ((IMemberReferenceOperation)set.Target).Instance is ILocalReferenceOperation record
                        && LocalUses
                            .Of(record)
                            .ReferencesTo(record.Local)
                            .Any(r =>
                                r.ParentBeyondConversions() is IArgumentOperation
                                && Ends(r, containing, names, depth - 1)
                            );
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return LocalUses
                        .Of(value)
                        .ReferencesTo(declarator.Symbol)
                        .Any(r => Ends(r, containing, names, depth - 1));
                case IPropertyInitializerOperation or IFieldInitializerOperation:
                    return names.IsRecord(containing.ContainingType);
                default:
                    return false;
            }

        return false;
    }

    // void Record(DateTime at, string what) => audit.Write(at, what)
    private static bool EndsIn(IMethodSymbol method, IArgumentOperation argument, AuditNames names, int depth)
    {
        if (
            depth <= 0
            || argument.Parameter is not { } parameter
            || argument.SemanticModel?.Compilation is not { } compilation
            || EndpointHandler.BodyOf(method) is not { } code
            || !SourceBodies.Of(compilation).Holds(code)
            || SourceBodies.Of(compilation).Bind(code) is not { } body
        )
            return false;
        return LocalUses.Of(body).ReferencesTo(parameter.OriginalDefinition).Any(r => Ends(r, method, names, depth));
    }

    // What an audit sink hands on, it records.
    private static bool IsInside(ISymbol containing, AuditNames names) =>
        containing.ContainingType is { } type && names.IsSinkType(type);

    private static bool IsWithin(IOperation outer, IOperation inner) => outer.Syntax.Span.Contains(inner.Syntax.Span);

    // "o" writes the offset, too.
    private static bool IsRoundTrip(IInvocationOperation call) =>
        call.Arguments.Any(a =>
            a.Value.ConstantValue is { HasValue: true, Value: string format }
            && (format is "o" or "O" || format.IndexOf('K') >= 0 || format.IndexOf('z') >= 0)
        );

    private static bool IsDateTime(INamedTypeSymbol type) => type.SpecialType == SpecialType.System_DateTime;
}
