namespace PolicyKit.Cli.Validation;

/// <summary>How a run ended.</summary>
internal sealed class ValidationSummary(int files)
{
    /// <summary>Whether nothing was judged because the schema itself is wrong.</summary>
    public bool IsRefused { get; init; }

    /// <summary>How many files there were.</summary>
    public int Files { get; } = files;

    /// <summary>How many were judged: fewer only when the first problem ended the run.</summary>
    public int Judged { get; private set; }

    public int Invalid { get; private set; }

    public int Problems { get; private set; }

    private bool _policyIsInvalid;
    private bool _hasDisagreement;

    /// <summary>A policy, a standard or waivers that are not valid weigh more than a deliverable.</summary>
    public int ExitCode =>
        IsRefused ? Checking.ExitCode.Usage
        : _hasDisagreement ? Checking.ExitCode.Internal
        : Invalid == 0 ? Checking.ExitCode.Conforms
        : _policyIsInvalid ? Checking.ExitCode.InvalidPolicy
        : Checking.ExitCode.UnreadableDeliverable;

    /// <summary>What was not judged, because it is none of PolicyKit's.</summary>
    public List<ForeignFile> Foreign { get; } = [];

    /// <summary>How many files the run has come to.</summary>
    public int Seen { get; private set; }

    public void Add(FileResult file, bool isByKind)
    {
        Seen++;
        if (file.Foreign is { } foreign)
        {
            Foreign.Add(foreign);
            return;
        }

        Judged++;
        if (file.HasErrors)
            Invalid++;
        Problems += file.Problems;
        _policyIsInvalid |= isByKind && file.PolicyIsInvalid;
        _hasDisagreement |= file.HasDisagreement;
    }

    /// <summary>Counts what was said of the schema itself.</summary>
    public void AddWarning() => Problems++;
}
