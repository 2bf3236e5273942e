using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyKit.Findings;
using PolicyKit.Waivers;

namespace PolicyKit.Analyzers.Engine;

/// <summary>What a diagnostic carries beside its message, for whoever turns it into a <see cref="Finding"/>.</summary>
public static class FindingProperties
{
    /// <summary>The message without its citation.</summary>
    public const string Message = "PolicyKit.Message";

    /// <summary>The remedy.</summary>
    public const string Remedy = "PolicyKit.Remedy";

    /// <summary>What of the place it is about, where several things can be wrong with it, for example HttpOnly.</summary>
    public const string Aspect = "PolicyKit.Aspect";

    /// <summary>The id of the waiver that covers it.</summary>
    public const string Waiver = "PolicyKit.Waiver";
}
