using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Systems;

namespace PolicyKit.Analyzers.Topics.Zones;

/// <summary>Where code of one zone uses code, or a host, of another.</summary>
internal sealed class ZoneUses(CodeZones zones, SystemDeclaration system)
{
    /// <summary>Looks at a member that is used.</summary>
    public void See(OperationContext context)
    {
        if (
            UsedBy(context.Operation) is not { ContainingType: { } type } member
            || zones.Of(context.ContainingSymbol) is not { } from
            || zones.Of(type) is not { } to
            || from == to
            || IsData(type)
            || TestCode.Holds(context.ContainingSymbol)
        )
            return;
        var place = PlaceOf(context.Operation);
        if (!CodeZones.IsGateway(member) && !CodeZones.IsGateway(context.ContainingSymbol))
            context.Report(place, "PK3001", from, type.Name, to);
        else if (!IsDeclared(from, to))
            context.Report(place, "PK3001.flow", from, type.Name, to);
    }

    /// <summary>Looks at what a type derives from: its code is the base's, too.</summary>
    public void SeeType(INamedTypeSymbol type, TypeContext context)
    {
        if (
            type.BaseType is { } based
            && zones.Of(type) is { } from
            && zones.Of(based) is { } to
            && from != to
            && !IsData(based)
            && !CodeZones.IsGateway(type)
            && type.Locations.FirstOrDefault(l => l.IsInSource) is { } place
        )
            context.Report(place, "PK3001", from, based.Name, to);
    }

    /// <summary>
    /// Looks at hosts that are connected to: the declaration says which zone a connection leaves from.
    /// </summary>
    public void SeeHosts(StringValue value, IEnumerable<string> hosts, OperationContext context)
    {
        if (zones.Of(context.ContainingSymbol) is not { } from || CodeZones.IsGateway(context.ContainingSymbol))
            return;
        foreach (var host in hosts)
        {
            var others = system.Connections.Items().Where(c => c.Covers(host)).Select(c => c.Zone?.Value).ToList();
            if (others.Count > 0 && others.All(zone => zone is not null && zone != from))
                context.ReportAspect(value.Origin, host, "PK3001.host", from, host, others[0]!);
        }
    }

    private bool IsDeclared(string from, string to) =>
        system
            .Flows.Items()
            .Any(f => (f.From.Value == from && f.To.Value == to) || (f.From.Value == to && f.To.Value == from));

    private static ISymbol? UsedBy(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IPropertyReferenceOperation property => property.Property,
            IFieldReferenceOperation { Field.IsConst: false } field => field.Field,
            IMethodReferenceOperation method => method.Method,
            IEventReferenceOperation @event => @event.Event,
            _ => null,
        };

    // What is handed over is not code: records, and classes that only have properties.
    private static bool IsData(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Enum or TypeKind.Delegate
        || (
            type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false }
            && (
                type.IsRecord || type.BaseType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
            )
            && type.GetMembers()
                .OfType<IMethodSymbol>()
                .All(m => m.MethodKind != MethodKind.Ordinary || m.IsImplicitlyDeclared || m.IsOverride)
        )
        || type.SelfAndBaseTypes().Any(t => t.Name is "Exception" or "Attribute");

    private static SyntaxNode PlaceOf(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => OperationFacts.NameOf(call),
            { Syntax: ObjectCreationExpressionSyntax creation } => creation.Type,
            { Syntax: MemberAccessExpressionSyntax member } => member.Name,
            _ => operation.Syntax,
        };
}
