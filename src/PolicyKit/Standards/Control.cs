using PolicyKit.Policies;

namespace PolicyKit.Standards;

/// <summary>One thing to comply with.</summary>
/// <remarks>
/// Either it has checks or it says why no machine can check it, never both.
/// The state of a control is the worst state of its checks.
/// </remarks>
public sealed record Control
{
    /// <summary>The canonical id.</summary>
    public required ControlId Id { get; init; }

    /// <summary>The number as printed in the standard, for example 6.2-04.</summary>
    public required string Number { get; init; }

    /// <summary>The title in Japanese.</summary>
    public required string Title { get; init; }

    /// <summary>The title in English; null where there is none.</summary>
    public string? EnglishTitle { get; init; }

    /// <summary>The measure it belongs to.</summary>
    public required MeasureKind Measure { get; init; }

    /// <summary>The provisions of the basic policy it makes concrete.</summary>
    public required ValueList<ProvisionId> Provisions { get; init; }

    /// <summary>The threats it mitigates.</summary>
    public required ValueList<ProvisionId> Threats { get; init; }

    /// <summary>What is to be done (遵守事項).</summary>
    public required string Requirement { get; init; }

    /// <summary>How one can tell (判断基準).</summary>
    public required string Criterion { get; init; }

    /// <summary>Whether it must or should be done.</summary>
    public required Obligation Obligation { get; init; }

    /// <summary>What it applies to; null for every system.</summary>
    public Applicability? AppliesTo { get; init; }

    /// <summary>What it rests on.</summary>
    public ValueList<SourceReference> Sources { get; init; } = ValueList<SourceReference>.Empty;

    /// <summary>How far what it says was found there; null where nobody has looked.</summary>
    public SourceState? SourceState { get; init; }

    /// <summary>What of it is PolicyKit's own or was not found; null for nothing.</summary>
    public string? SourceNote { get; init; }

    /// <summary>Whether its sources say what it says.</summary>
    public bool Confirmed => SourceState is Standards.SourceState.Confirmed or Standards.SourceState.Mended;

    /// <summary>The parameters it uses.</summary>
    public required ValueList<ParameterId> Parameters { get; init; }

    /// <summary>The checks; empty exactly when <see cref="NotMachineCheckable"/> says why.</summary>
    public required ValueList<Check> Checks { get; init; }

    /// <summary>Why no machine can check it; null when there are checks.</summary>
    public string? NotMachineCheckable { get; init; }
}
