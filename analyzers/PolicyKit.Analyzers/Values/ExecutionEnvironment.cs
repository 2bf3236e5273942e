using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Values;

/// <summary>Where code runs, as far as the conditions around it show.</summary>
internal enum ExecutionEnvironment
{
    /// <summary>Everywhere, or explicitly in production.</summary>
    Production,

    /// <summary>In development or testing alone.</summary>
    Development,

    /// <summary>Under a condition that does not speak of the environment.</summary>
    Unknown,
}
