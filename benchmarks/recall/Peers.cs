using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

/// <summary>Analyzers of others.</summary>
internal static class Peers
{
    /// <summary>Those in an assembly; none where it holds none for C#.</summary>
    public static IEnumerable<DiagnosticAnalyzer> In(string assembly)
    {
        var types = TypesOf(Assembly.LoadFrom(Path.GetFullPath(assembly)));
        return types
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Where(t =>
                t.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } mark
                && mark.Languages.Contains(LanguageNames.CSharp)
            )
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!);
    }

    private static Type[] TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>().ToArray();
        }
    }
}
