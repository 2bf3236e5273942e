using PolicyKit.Reading;

namespace PolicyKit.Standards;

/// <summary>
/// Something that the vendor's declaration of the system must say. Without a fragment and a predicate it is enough that
/// it says anything.
/// </summary>
/// <remarks>
/// The default, with neither schema nor predicate, is satisfied by any declaration of the member.
/// A member that says <c>notApplicable</c> with a reason makes the check not applicable.
/// </remarks>
public sealed record DeclarationCheck : Check
{
    /// <summary>The member of the declaration that says it, for example <c>connections</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What it must say, in Japanese.</summary>
    public required string Expectation { get; init; }

    /// <summary>What it must say, in English; null where nobody has translated it.</summary>
    public string? EnglishExpectation { get; init; }

    /// <summary>
    /// A JSON Schema (draft 2020-12) that the value of the member satisfies; an object <c>{ "$parameter": id }</c> in
    /// it stands for the parameter's value.
    /// </summary>
    public JsonFragment? Schema { get; init; }

    /// <summary>What a schema cannot say.</summary>
    public DeclarationPredicate? Predicate { get; init; }

    /// <summary>The parameter that the predicate holds the declaration against; needed by those that say so.</summary>
    public ParameterId? Parameter { get; init; }

    /// <inheritdoc/>
    public override string Name => Subject;
}
