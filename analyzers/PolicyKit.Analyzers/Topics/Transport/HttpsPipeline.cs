using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Transport;

/// <summary>
/// Whether a web application sends its visitors to HTTPS. Concurrent; read it when the compilation ends.
/// </summary>
internal sealed class HttpsPipeline
{
    // Methods of other libraries that may well do it: nothing can be shown where they are called.
    private static readonly string[] Opaque =
    {
        "Default",
        "Common",
        "Standard",
        "Pipeline",
        "Secur",
        "Https",
        "Hsts",
        "Host",
    };

    private readonly ConcurrentBag<Location> _applications = new();
    private volatile bool _isSecured;

    /// <summary>Where applications are made that nothing sends to HTTPS.</summary>
    public IEnumerable<Location> Unsecured =>
        _isSecured
            ? Enumerable.Empty<Location>()
            : _applications
                .OrderBy(l => l.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(l => l.SourceSpan.Start)
                .Take(1);

    public void See(IOperation operation, IAssemblySymbol assembly)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: { } name } method } call:
                if (
                    name
                    is "UseHsts"
                        or "UseHttpsRedirection"
                        or "AddRedirectToHttps"
                        or "AddRedirectToHttpsPermanent"
                        or "UseHttpsEnforcement"
                )
                    _isSecured = true;
                else if (
                    name == "Build" && method.ContainingType is { Name: "WebApplicationBuilder", IsFramework: true }
                    || name is "UseEndpoints" or "UseMvc" or "UseMvcWithDefaultRoute"
                        && method.ContainingAssembly.Name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
                )
                    _applications.Add(OperationFacts.NameOf(call).GetLocation());
                else if (IsOpaque(method, assembly))
                    _isSecured = true;
                break;
            case IObjectCreationOperation { Type: { Name: "RequireHttpsAttribute", IsFramework: true } }
            or ITypeOfOperation { TypeOperand.Name: "RequireHttpsAttribute" }:
                _isSecured = true;
                break;
        }
    }

    public void See(INamedTypeSymbol type)
    {
        if (type.GetAttributes().Any(a => a.AttributeClass is { Name: "RequireHttpsAttribute", IsFramework: true }))
            _isSecured = true;
    }

    private static bool IsOpaque(IMethodSymbol method, IAssemblySymbol assembly) =>
        method.IsExtensionMethod
        && method.Parameters.Length > 0
        && (method.ReducedFrom ?? method).Parameters[0].Type
            is {
                Name: "IApplicationBuilder" or "WebApplication" or "WebApplicationBuilder" or "IHostApplicationBuilder",
                IsFramework: true
            }
        && !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, assembly)
        && !method.ContainingAssembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal)
        && IdentifierWords.HasWord(method.Name, Opaque);
}
