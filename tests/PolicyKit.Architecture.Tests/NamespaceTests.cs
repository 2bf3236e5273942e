using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyKit.Architecture.Tests;

/// <summary>No circle between the namespaces of one project: each can be read knowing only those below it.</summary>
public sealed class NamespaceTests
{
    public static TheoryData<string> Projects =>
        [.. ProjectSources.Product.Where(p => ProjectSources.FilesIn(p).Any())];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_of_a_project_form_no_circle(string project)
    {
        var circles = Circles(Uses(ProjectSources.Compile(project)));
        var known = Ceilings.Read().Circles.GetValueOrDefault(Path.GetFileName(project));
        Assert.True(circles.Count <= known, string.Join("\n", circles));
    }

    [Fact]
    public void A_circle_is_found() =>
        Assert.Equal(
            ["A, B, C"],
            Circles(
                new Dictionary<string, Dictionary<string, string>>
                {
                    ["A"] = new() { ["B"] = "" },
                    ["B"] = new() { ["C"] = "" },
                    ["C"] = new() { ["A"] = "" },
                    ["D"] = new() { ["A"] = "" },
                }
            )
        );

    // Namespace → the namespaces of the same project whose types it names, each with a place that does.
    private static Dictionary<string, Dictionary<string, string>> Uses(Compilation compilation)
    {
        var uses = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (
                    name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>() is not { } home
                    || name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null
                    || TypeOf(model.GetSymbolInfo(name).Symbol) is not { } type
                    || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
                )
                    continue;
                var (from, to) = (home.Name.ToString(), type.ContainingNamespace.ToDisplayString());
                if (from == to)
                    continue;
                if (!uses.TryGetValue(from, out var targets))
                    uses[from] = targets = new Dictionary<string, string>(StringComparer.Ordinal);
                targets.TryAdd(to, $"{Path.GetFileName(tree.FilePath)}: {name}");
            }
        }

        return uses;
    }

    private static INamedTypeSymbol? TypeOf(ISymbol? symbol) =>
        symbol switch
        {
            INamedTypeSymbol type => type,
            null or INamespaceSymbol or IParameterSymbol or ILocalSymbol => null,
            _ => symbol.ContainingType,
        };

    // The groups of namespaces that reach each other, with the uses between them.
    private static List<string> Circles(Dictionary<string, Dictionary<string, string>> uses)
    {
        var reached = uses.Keys.ToDictionary(n => n, n => Reached(n, uses), StringComparer.Ordinal);
        return
        [
            .. uses
                .Keys.Where(n => reached[n].Contains(n))
                .Select(n => reached[n].Where(m => reached.GetValueOrDefault(m)?.Contains(n) == true))
                .Select(group => group.Order(StringComparer.Ordinal).ToList())
                .Select(group =>
                    string.Join(", ", group)
                    + string.Concat(
                        group.SelectMany(a =>
                            uses[a]
                                .Where(u => group.Contains(u.Key) && u.Value.Length > 0)
                                .Select(u => $"\n  {a} → {u.Key} ({u.Value})")
                        )
                    )
                )
                .Distinct(),
        ];
    }

    private static HashSet<string> Reached(string from, Dictionary<string, Dictionary<string, string>> uses)
    {
        var (reached, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([from]));
        while (open.TryPop(out var next))
            foreach (var target in uses.GetValueOrDefault(next)?.Keys.AsEnumerable() ?? [])
                if (reached.Add(target))
                    open.Push(target);
        return reached;
    }
}
