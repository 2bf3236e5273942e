using NodaTime;
using PolicyKit.Policies;
using PolicyKit.Standards;

namespace PolicyKit.Waivers;

/// <summary>
/// One 例外措置: a control or a rule that need not be met somewhere for a time, with what is done instead.
/// </summary>
/// <remarks>
/// Days in Japan. It holds from <c>ValidFrom</c> through the end of <c>Expires</c>, unless the standard’s longest term
/// ends earlier.
/// One whose applicant and approver are the same person is void; the review comes no later than the end.
/// </remarks>
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
