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
        "form",
        "window",
        "control",
        "page",
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

    private static bool KeepsData(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && !type.IsStatic
        && !IdentifierWords.EndsWithWord(type.Name, Others)
        && !IsGenerated(type)
        && !TestCode.Holds(type);

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
