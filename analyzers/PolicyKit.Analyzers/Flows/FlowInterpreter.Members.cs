using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Flows;

internal sealed partial class FlowInterpreter
{
    private FlowValue Read(IMemberReferenceOperation reference)
    {
        var owner = Eval(reference.Instance);
        if (reference is IPropertyReferenceOperation { Arguments: { IsEmpty: false } indices })
            foreach (var index in indices)
                Eval(index.Value);
        var value = Keyed(reference, ReadFrom(reference.Member, owner));
        var isOwn = reference.Instance is null or IInstanceReferenceOperation;
        return isOwn && !owner.Members.ContainsKey(reference.Member.Name)
            ? value.Join(PutByOthers(reference.Member))
            : value;
    }

    // Request.Query["page"] and Request.Query["name"] are not the same input.
    private static FlowValue Keyed(IMemberReferenceOperation reference, FlowValue value)
    {
        if (
            value.Labels.IsEmpty
            || reference is not IPropertyReferenceOperation { Arguments: { Length: 1 } indices }
            || indices[0].Value.ConstantValue is not { HasValue: true, Value: string key }
        )
            return value;
        var end = $"[\"{key}\"]";
        return value.Each(l =>
            l.Kind == FlowLabelKind.Input && !l.Name.EndsWith("]", StringComparison.Ordinal)
                ? l with
                {
                    Name = l.Name + end,
                }
                : l
        );
    }

    /// <summary>What a member of an object holds.</summary>
    private FlowValue ReadFrom(ISymbol member, FlowValue owner)
    {
        if (member is IFieldSymbol { CorrespondingTupleField: { } field })
            member = field;
        var value = member switch
        {
            IPropertySymbol { GetMethod: { } getter } when IsOfOthers(member) => OfOthers(getter, owner),
            IPropertySymbol { IsIndexer: true } => owner,
            IPropertySymbol { GetMethod: { } getter } when _program.HasBody(getter) => Computed(getter, owner),
            _ => owner.Member(member.Name),
        };
        if (_program.FollowsInput)
            value = value.Join(_program.Input.OfMember(member));
        return _program.Classes.Of(member) is > 0 and var rank
            ? value.Join(FlowValue.Of(FlowLabel.Classified(NameOf(member), rank, member)))
            : value;
    }

    // The members of types of .NET hold what the models say, and those of others what was put there.
    private static bool IsOfOthers(ISymbol member) =>
        member.ContainingType is { IsAnonymousType: false, IsTupleType: false } type && Namespaces.IsFramework(type);

    private FlowValue OfOthers(IMethodSymbol getter, FlowValue owner)
    {
        if (owner.IsNothing && !_program.FollowsInput)
            return owner;
        var models = _program.Models.Of(getter).ToList();
        if (models.Find(m => m.Role == FlowRole.Sources) is { } source)
            return _program.Given(source, getter.AssociatedSymbol ?? getter).Join(owner);
        return models.Exists(m => m.Role == FlowRole.Passing) ? owner
            : owner.Members.TryGetValue(getter.AssociatedSymbol?.Name ?? "", out var put) ? put
            : FlowValue.Nothing;
    }

    private FlowValue Computed(IMethodSymbol getter, FlowValue owner)
    {
        var summary = Summary(getter);
        return summary.Returned.For(i => i == Self ? owner : FlowValue.Nothing);
    }

    // A field keeps what another method of the type has put there.
    private FlowValue PutByOthers(ISymbol member)
    {
        if (
            member is not (IFieldSymbol { IsConst: false } or IPropertySymbol)
            || member.DeclaringSyntaxReferences.IsEmpty
        )
            return FlowValue.Nothing;
        var value = _program.PutInto(member.OriginalDefinition, _calls, out var isWhole);
        IsWhole &= isWhole;
        return value;
    }

    private static string NameOf(ISymbol member) =>
        member.ContainingType is { } type && member is not IParameterSymbol
            ? type.Name + "." + member.Name
            : member.Name;

    private FlowValue Assigned(IAssignmentOperation assignment)
    {
        var value = Eval(assignment.Value);
        switch (assignment)
        {
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local } }
                when FunctionOf(assignment.Value) is { } function:
                _functions[local] = function;
                break;
            case ICompoundAssignmentOperation or ICoalesceAssignmentOperation:
                value = Eval(assignment.Target).Join(Shown(value, assignment.Value));
                break;
        }

        Assign(assignment.Target, value, assignment.Value);
        return value;
    }

    private void Assign(IOperation target, FlowValue value, IOperation? written = null)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Set(local.Local, value.Via(local.Local));
                break;
            case IParameterReferenceOperation parameter:
                Set(parameter.Parameter, value.Via(parameter.Parameter));
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                    Assign(tuple.Elements[i], ElementOf(value, i));
                break;
            case IArrayElementReferenceOperation element:
                Fill(element.ArrayReference, value);
                break;
            case IMemberReferenceOperation { Member: { } member } reference:
                SeeSetter(member, written ?? target, value, reference);
                if (IsIndexer(member) || FillsBySetter(member))
                    Fill(reference.Instance, value);
                else
                    Replace(reference.Instance, owner => owner.With(member.Name, value.Via(member)));
                break;
        }
    }

    // A tuple keeps its parts apart; of anything else that is taken apart each part may come from the whole.
    private static FlowValue ElementOf(FlowValue value, int index) =>
        value.Members.TryGetValue("Item" + (index + 1), out var part) ? part
        : value.Members.IsEmpty ? value
        : value.Whole;

    private bool FillsBySetter(ISymbol member) =>
        member is IPropertySymbol { SetMethod: { } setter }
        && IsOfOthers(member)
        && _program.Models.Of(setter).Any(m => m.Role == FlowRole.Filling);

    // Puts a value into a collection or a builder: what it held before stays.
    private void Fill(IOperation? container, FlowValue value)
    {
        if (!value.IsNothing)
            Replace(container, old => old.Join(value));
    }

    // Changes what is known of an object, however it is reached.
    private void Replace(IOperation? place, Func<FlowValue, FlowValue> change)
    {
        switch (place)
        {
            case IConversionOperation conversion:
                Replace(conversion.Operand, change);
                break;
            case IParenthesizedOperation inner:
                Replace(inner.Operand, change);
                break;
            case ILocalReferenceOperation local:
                Set(local.Local, change(Get(local.Local)));
                break;
            case IParameterReferenceOperation parameter:
                Set(parameter.Parameter, change(Get(parameter.Parameter)));
                break;
            case IInstanceReferenceOperation:
                Set(_self, change(Get(_self)));
                break;
            case IMemberReferenceOperation { Member: { } member, Instance: { } instance }:
                Replace(instance, owner => owner.With(member.Name, change(owner.Member(member.Name))));
                break;
            case IInvocationOperation call
                when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } chained:
                // builder.Append(a).Append(b) goes on with the same builder.
                Replace(chained, change);
                break;
        }
    }

    private FlowValue Initialise(ISymbolInitializerOperation initializer)
    {
        var value = Eval(initializer.Value);
        switch (initializer)
        {
            case IFieldInitializerOperation fields:
                foreach (var field in fields.InitializedFields)
                    Put(field);
                break;
            case IPropertyInitializerOperation properties:
                foreach (var property in properties.InitializedProperties)
                    Put(property);
                break;
        }

        return value;

        void Put(ISymbol member) => Set(_self, Get(_self).With(member.Name, value.Via(member)));
    }

    // A value as a text shows it: of records, tuples and anonymous objects all members.
    private FlowValue Shown(FlowValue value, IOperation? operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
            operation = conversion.Operand;
        if (operation?.Type is not { } type)
            return value;
        if (type.IsRecord || type.IsAnonymousType || type.IsTupleType)
            return WithMembers(value, type);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class } named || named.DeclaringSyntaxReferences.IsEmpty)
            return value;
        // Any other object shows what it says of itself, or the name of its type.
        return ToStringOf(named) is { } method ? Computed(method, value) : FlowValue.Nothing;
    }

    // A value with all that its type declares: as JSON or a structured log shows it.
    private FlowValue WithMembers(FlowValue value, ITypeSymbol type) =>
        ElementType(type) is var element && IsAnything(element)
            ? value.Whole.Each(AllOfParameter)
            : FlowValue
                .Of(
                    _program
                        .Classes.MembersOf(element)
                        .Select(m => FlowLabel.Classified(NameOf(m.Member), m.Rank, m.Member))
                )
                .Join(value.Whole);

    // ToJson<T>(T value): which members there are is known to whoever calls.
    private static bool IsAnything(ITypeSymbol type) =>
        type is ITypeParameterSymbol or { SpecialType: SpecialType.System_Object };

    private static FlowLabel AllOfParameter(FlowLabel label) =>
        label is { Kind: FlowLabelKind.Parameter, Name: "" } ? label with { Name = FlowLabel.AllMembers } : label;

    private static ITypeSymbol ElementType(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } named when Namespaces.IsFramework(named) =>
                ElementType(arguments[0]),
            _ => type,
        };

    private IMethodSymbol? ToStringOf(INamedTypeSymbol type) =>
        type.GetMembers("ToString")
            .OfType<IMethodSymbol>()
            .FirstOrDefault(m => m.Parameters.IsEmpty && m.IsOverride && _program.HasBody(m));
}
