using System.Reflection;
using System.Runtime.CompilerServices;
using PolicyKit.Compliance;
using PolicyKit.Policies;

namespace PolicyKit.Architecture.Tests;

/// <summary>Every public type of the model is sealed and immutable, and its lists compare by their items.</summary>
public sealed class ModelTests
{
    private static readonly Type[] Model =
    [
        .. typeof(SecurityPolicy).Assembly.GetExportedTypes(),
        .. typeof(ComplianceEvaluator).Assembly.GetExportedTypes(),
    ];

    public static TheoryData<Type> Types => [.. Model.Where(t => !t.IsEnum && !(t.IsAbstract && t.IsSealed))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Is_sealed_or_a_closed_family(Type type) =>
        Assert.True(
            type.IsSealed
                || type.IsValueType
                || (
                    type.IsAbstract
                    && type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                        .All(c => c.IsPrivate || c.IsFamilyAndAssembly || IsCopy(c))
                ),
            $"{type} is open"
        );

    [Theory]
    [MemberData(nameof(Types))]
    public void Is_immutable(Type type)
    {
        Assert.All(
            type.GetProperties(BindingFlags.Instance | BindingFlags.Public),
            p =>
                Assert.True(
                    p.SetMethod is null
                        || p.SetMethod.ReturnParameter.GetRequiredCustomModifiers()
                            .Any(m => m.Name == nameof(IsExternalInit)),
                    $"{type.Name}.{p.Name} can be set"
                )
        );
        Assert.Empty(type.GetFields(BindingFlags.Instance | BindingFlags.Public));
        Assert.All(
            type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic),
            f => Assert.True(f.IsInitOnly, $"{type.Name}.{f.Name} can be set")
        );
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Holds_lists_that_compare_by_their_items(Type type) =>
        Assert.All(
            type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(p =>
                    p.GetIndexParameters().Length == 0
                    && IsRecord(type)
                    && p.PropertyType != typeof(string)
                    && typeof(System.Collections.IEnumerable).IsAssignableFrom(p.PropertyType)
                    && p.GetMethod!.GetCustomAttribute<CompilerGeneratedAttribute>() is not null
                ),
            p => Assert.Equal(typeof(ValueList<>), p.PropertyType.GetGenericTypeDefinition())
        );

    [Fact]
    public void There_is_a_model() => Assert.True(Model.Length > 30);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType;
}
