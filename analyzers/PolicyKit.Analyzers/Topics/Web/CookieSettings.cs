using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>
/// Where the flags of one cookie's options are set: in the initializer, on the local, field or property that keeps
/// them, in the type that owns the field.
/// </summary>
internal static class CookieSettings
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "CookieOptions",
        "HttpCookie",
        "CookieBuilder",
    };

    // INVARIANT: the assignments to properties in one body, by what their owner is kept in. Made once for a body.
    private static readonly ConditionalWeakTable<IOperation, Dictionary<ISymbol, List<OptionSetting>>> Bodies = new();

    /// <summary>What is set in the initializer, and afterwards on what the object is kept in.</summary>
    public static IEnumerable<OptionSetting> Of(IObjectCreationOperation creation)
    {
        var initial =
            creation.Initializer?.Initializers.SelectMany(OptionSetting.In) ?? Enumerable.Empty<OptionSetting>();
        return KeptIn(creation) is { } symbol ? initial.Concat(SetOn(symbol, creation)) : initial;
    }

    /// <summary>
    /// The flag that an assignment switches off on an object that is not made in sight, so that nobody else judges it;
    /// null when it does not.
    /// </summary>
    public static CookieFlag? OffOf(OptionSetting assignment)
    {
        if (
            assignment.Target
                is not IPropertyReferenceOperation
                {
                    Property: { Name: { } name, ContainingType: { Name: { } type, IsFramework: true } },
                    Instance: { } instance
                } target
            || instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
            || !Types.Contains(type)
            || CookieModel.FlagOf(name) is not { } flag
            || !CookieModel.IsOff(flag, assignment.Value)
            || (flag == CookieFlag.SameSite && IsOfHandshake(instance))
        )
            return null;
        if (SymbolOf(instance) is not { } owner)
            return flag;
        if (type != "CookieBuilder" && IsMadeInSight(owner, target))
            return null;
        var last = SetOn(owner, target)
            .Where(a =>
                SymbolEqualityComparer.Default.Equals(RootOf(a.Target), RootOf(assignment.Target))
                && CookieModel.FlagOf(a.Target.Property.Name) == flag
            )
            .OrderBy(a => a.Syntax.SpanStart)
            .LastOrDefault();
        return last is null || CookieModel.IsOff(flag, last.Value) ? flag : null;
    }

    /// <summary>
    /// Whether the type whose member keeps the object sets the flag anywhere: in its constructor, in another method.
    /// </summary>
    public static bool IsSetElsewhere(IObjectCreationOperation creation, CookieFlag flag)
    {
        if (KeptIn(creation) is not { } member || member is not (IFieldSymbol or IPropertySymbol))
            return false;
        return member
            .ContainingType.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantNodes())
            .OfType<AssignmentExpressionSyntax>()
            .Any(a =>
                a.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } set, Expression: { } owner }
                && CookieModel.FlagOf(set) == flag
                && owner.GetLastToken().ValueText == member.Name
            );
    }

    /// <summary>The local that the object is kept in; null when it is none.</summary>
    public static ILocalSymbol? LocalOf(IOperation creation) => KeptIn(creation) as ILocalSymbol;

    private static ISymbol? KeptIn(IOperation creation)
    {
        var parent = creation.ParentBeyondConversions();
        return parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            IFieldInitializerOperation { InitializedFields: { Length: > 0 } fields } => fields[0],
            IPropertyInitializerOperation { InitializedProperties: { Length: > 0 } properties } => properties[0],
            ISimpleAssignmentOperation assignment => SymbolOf(assignment.Target),
            _ => null,
        };
    }

    private static IEnumerable<OptionSetting> SetOn(ISymbol owner, IOperation inBody)
    {
        while (inBody.Parent is { } parent)
            inBody = parent;
        return Bodies.GetValue(inBody, Index).TryGetValue(owner, out var assignments)
            ? assignments
            : Enumerable.Empty<OptionSetting>();
    }

    private static Dictionary<ISymbol, List<OptionSetting>> Index(IOperation body)
    {
        var index = new Dictionary<ISymbol, List<OptionSetting>>(SymbolEqualityComparer.Default);
        foreach (var setting in body.Descendants().SelectMany(OptionSetting.In))
            if (
                setting.Target is { Instance: { } instance, Property.ContainingType.Name: { } type }
                && Types.Contains(type)
                && SymbolOf(instance) is { } owner
            )
            {
                if (!index.TryGetValue(owner, out var list))
                    index.Add(owner, list = new List<OptionSetting>());
                list.Add(setting);
            }

        return index;
    }

    private static bool IsMadeInSight(ISymbol owner, IOperation inBody)
    {
        if (owner is ILocalSymbol local)
            return LocalUses.Of(inBody).ValuesOf(local).Any(v => v.UnwrapConversions() is IObjectCreationOperation);
        while (inBody.Parent is { } parent)
            inBody = parent;
        return inBody
            .Descendants()
            .OfType<IObjectCreationOperation>()
            .Any(c =>
                c.Type?.Name is { } name
                && Types.Contains(name)
                && SymbolEqualityComparer.Default.Equals(KeptIn(c), owner)
            );
    }

    // Of o.Cookie.SecurePolicy it is o: each callback has options of its own.
    private static ISymbol? RootOf(IOperation operation)
    {
        while (
            operation
                is IMemberReferenceOperation
                {
                    Instance: IMemberReferenceOperation or IParameterReferenceOperation or ILocalReferenceOperation
                } member
        )
            operation = member.Instance!;
        return SymbolOf(operation);
    }

    private static ISymbol? SymbolOf(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };

    // The cookies by which a sign-in at another site finds back have to come with a request from that site.
    private static bool IsOfHandshake(IOperation builder) =>
        builder is IPropertyReferenceOperation { Property.Name: "CorrelationCookie" or "NonceCookie" };
}
