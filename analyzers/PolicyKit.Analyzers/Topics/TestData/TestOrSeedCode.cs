using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.TestData;

/// <summary>
/// Code that makes data for tests or to begin with, by what it is called, where it stands and what it calls.
/// </summary>
internal sealed class TestOrSeedCode(IReadOnlyList<string> words)
{
    // EF Core: modelBuilder.Entity<T>().HasData(…), migrationBuilder.InsertData(…)
    private static readonly HashSet<string> Seeding = new(StringComparer.Ordinal)
    {
        "HasData",
        "InsertData",
        "UpdateData",
        "UseSeeding",
        "UseAsyncSeeding",
    };

    /// <summary>Whether an operation stands in such code.</summary>
    public bool Holds(OperationContext context) =>
        TestCode.Holds(context.ContainingSymbol)
        || IsNamed(context.ContainingSymbol)
        || IsIn(context.Operation.Syntax.SyntaxTree.FilePath)
        || IsSeeding(context.Operation);

    private bool IsNamed(ISymbol symbol)
    {
        for (var at = symbol; at is not null; at = at.ContainingType)
            if (IsWord(at.Name))
                return true;
        for (
            var space = symbol.ContainingNamespace;
            space is { IsGlobalNamespace: false };
            space = space.ContainingNamespace
        )
            if (IsWord(space.Name))
                return true;
        return symbol.ContainingAssembly is { Name: { } assembly } && IsWord(assembly);
    }

    // tests/ResidentTests.cs: the file and the folders that it is in within the program.
    private bool IsIn(string path) =>
        path.Split('/', '\\') is { Length: > 0 } parts
        && (IsWord(parts[parts.Length - 1]) || parts.Skip(Math.Max(0, parts.Length - 3)).Any(IsWord));

    private static bool IsSeeding(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
            if (at is IInvocationOperation call && Seeding.Contains(call.TargetMethod.Name))
                return true;
        return false;
    }

    private bool IsWord(string name) =>
        name.Length > 0
        && IdentifierWords.Split(name).Any(word => words.Any(w => w[0] > 0x7F ? word.Contains(w) : word == w));
}
