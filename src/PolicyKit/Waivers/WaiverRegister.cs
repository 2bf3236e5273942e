using NodaTime;
using PolicyKit.Policies;
using PolicyKit.Standards;
using PolicyKit.Systems;

namespace PolicyKit.Waivers;

/// <summary>The register of 例外措置 of a body.</summary>
/// <param name="Id">The register's own name.</param>
/// <param name="Waivers">The waivers, at least one.</param>
public sealed record WaiverRegister(ProvisionId Id, ValueList<Waiver> Waivers);

/// <summary>One 例外措置: a control or a rule that need not be met somewhere for a time, with what is done instead.</summary>
public sealed record Waiver
{
    /// <summary>Its id within the register.</summary>
    public required WaiverId Id { get; init; }

    /// <summary>The control that is waived; null when it is a rule.</summary>
    public ControlId? Control { get; init; }

    /// <summary>The rule that is waived; null when it is a control. A waiver may name both.</summary>
    public RuleId? Rule { get; init; }

    /// <summary>Where it holds.</summary>
    public required WaiverScope Scope { get; init; }

    /// <summary>Why it is needed.</summary>
    public required string Reason { get; init; }

    /// <summary>What is done instead (代替措置).</summary>
    public required string CompensatingMeasure { get; init; }

    /// <summary>Who asked for it, by role.</summary>
    public required string Applicant { get; init; }

    /// <summary>Who granted it, by role; never the applicant.</summary>
    public required string Approver { get; init; }

    /// <summary>When it was decided.</summary>
    public required LocalDate DecidedOn { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>The last day on which it holds, through the end of that day in Asia/Tokyo.</summary>
    public required LocalDate Expires { get; init; }

    /// <summary>When it is looked at again.</summary>
    public required LocalDate ReviewOn { get; init; }
}

/// <summary>Where a waiver holds; at least one of the three, and all that are given must fit.</summary>
/// <param name="System">The system.</param>
/// <param name="Symbol">A symbol of its code, fully qualified.</param>
/// <param name="Path">A path, or a pattern with <c>*</c>, relative to the checked folder, with forward slashes.</param>
public sealed record WaiverScope(SystemId? System, string? Symbol, string? Path);

/// <summary>The id of a waiver: lower-case, dotted or hyphenated, for example <c>w-2026-001</c>.</summary>
public sealed record WaiverId
{
    private WaiverId(string value) => Value = value;

    /// <summary>The id as text.</summary>
    public string Value { get; }

    /// <summary>The id; null when the text has not the shape of one.</summary>
    public static WaiverId? TryParse(string text) => IdShape.IsDotted(text) ? new WaiverId(text) : null;

    /// <summary>The id as text.</summary>
    public override string ToString() => Value;
}
