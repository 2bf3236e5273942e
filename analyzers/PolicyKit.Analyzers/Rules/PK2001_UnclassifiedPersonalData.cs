using PolicyKit.Policies;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Analyzers.Rules;

public sealed class PK2001_UnclassifiedPersonalData() : PolicyRule("PK2001", MeasureKind.Assets, Severity.Warning)
{
    private static readonly ParameterId Attributes = ParameterId.Parse("classification.attributes");
    private static readonly ParameterId Names = ParameterId.Parse("classification.names");
    private static readonly ParameterId NamesBeside = ParameterId.Parse("classification.names-beside");

    // Types that say how a program is set up or shown, and not what it keeps.
    private static readonly string[] Others =
    {
        "options",
        "settings",
        "configuration",
        "config",
        "resources",
        "resource",
        "labels",
        "messages",
        "constants",
        "columns",
        "exception",
        "attribute",
        "window",
        "control",
        "screen",
    };

    public override ValueList<ParameterId> Parameters => ValueList.Create(Attributes, Names, NamesBeside);

    /// <inheritdoc/>
    public override bool HasFix => true;

    private protected override void Start(RuleContext rule)
    {
        var classes = new Classifications(rule.Compilation, rule.Values(Attributes));
        var names = new PersonalNames(rule.Values(Names));
        var beside = new PersonalNames(rule.Values(NamesBeside));
        rule.RegisterTypes(
            (type, context) =>
            {
                foreach (var parameter in ParametersOf(type))
                    if (names.RankOf(parameter.Name) is > 0 and var rank && classes.Of(parameter) == 0)
                        context.Report(parameter.Locations[0], "PK2001", parameter.Name, Classifications.NameOf(rank));
                if (!KeepsData(type))
                    return;
                var members = type.GetMembers().Where(HoldsValue).ToList();
                var isPersonal = members.Any(m => names.RankOf(m.Name) > 0);
                foreach (var member in members)
                {
                    var rank = Math.Max(names.RankOf(member.Name), isPersonal ? beside.RankOf(member.Name) : 0);
                    if (
                        rank > 0
                        && classes.Of(member) == 0
                        && member.Locations.FirstOrDefault() is { IsInSource: true } at
                    )
                        context.Report(at, "PK2001", member.Name, Classifications.NameOf(rank));
                }
            }
        );
    }

    // What is asked for by name: the public methods of what runs. What implements an interface is asked there.
    private static IEnumerable<IParameterSymbol> ParametersOf(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
        && !type.IsStatic
        && !IsGenerated(type)
        && !TestCode.Holds(type)
            ? type.GetMembers()
                .OfType<IMethodSymbol>()
                .Where(m => IsAsked(m) && !IsImplementation(m))
                .SelectMany(m => m.Parameters)
                .Where(p => p.RefKind == RefKind.None && IsValue(p.Type) && p.Locations.Any(l => l.IsInSource))
            : Enumerable.Empty<IParameterSymbol>();

    private static bool IsAsked(IMethodSymbol method) =>
        method
            is {
                MethodKind: MethodKind.Ordinary,
                DeclaredAccessibility: Accessibility.Public,
                IsStatic: false,
                IsOverride: false,
                IsImplicitlyDeclared: false
            };

    private static bool IsImplementation(IMethodSymbol method) =>
        method
            .ContainingType.AllInterfaces.SelectMany(i => i.GetMembers(method.Name))
            .Any(m =>
                SymbolEqualityComparer.Default.Equals(
                    method.ContainingType.FindImplementationForInterfaceMember(m),
                    method
                )
            );

    private static bool KeepsData(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && !type.IsStatic
        && !IdentifierWords.EndsWithWord(type.Name, Others)
        && !IsShown(type)
        && !IsGenerated(type)
        && !TestCode.Holds(type);

    // A window or a page of Windows and Web Forms shows what others keep; a model of a form keeps it.
    private static bool IsShown(INamedTypeSymbol type) =>
        type
            .BaseType.SelfAndBaseTypes()
            .Any(t =>
                t.ContainingNamespace?.ToString() is { } space
                && (
                    space.StartsWith("System.Windows", StringComparison.Ordinal)
                    || space.StartsWith("System.Web.UI", StringComparison.Ordinal)
                )
            );

    // A property or an open field that can be a text, a number or a day: not a truth value, a kind or another object.
    private static bool HoldsValue(ISymbol member) =>
        member switch
        {
            IPropertySymbol { IsStatic: false, IsIndexer: false, IsOverride: false } property => IsValue(property.Type),
            IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field => field.DeclaredAccessibility
                != Accessibility.Private
                && IsValue(field.Type),
            _ => false,
        };

    private static bool IsValue(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsValue(
                nullable.TypeArguments[0]
            ),
            { TypeKind: TypeKind.Enum } => false,
            { SpecialType: SpecialType.System_Boolean } => false,
            { SpecialType: SpecialType.None } => type.Name is "DateOnly" or "DateTimeOffset" or "LocalDate",
            { SpecialType: SpecialType.System_Object or SpecialType.System_Void } => false,
            _ => true,
        };

    private static bool IsGenerated(INamedTypeSymbol type) =>
        type.GetAttributes()
            .Any(a => a.AttributeClass?.Name is "GeneratedCodeAttribute" or "CompilerGeneratedAttribute")
        || type.Locations.Any(l =>
            l.SourceTree?.FilePath is { } path
            && (
                path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
                || path.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase)
            )
        );
}
