using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>
/// The types whose values a database keeps: those of the DbSets in a DbContext, and those that say so themselves.
/// </summary>
internal sealed class EntityTypes
{
    private readonly ConcurrentDictionary<ISymbol, bool> _types = new(SymbolEqualityComparer.Default);

    public void Add(INamedTypeSymbol type)
    {
        if (IsContext(type))
            foreach (
                var set in type.GetMembers()
                    .OfType<IPropertySymbol>()
                    .Select(p => p.Type)
                    .OfType<INamedTypeSymbol>()
                    .Where(t => t is { Name: "DbSet" or "IDbSet", TypeArguments.Length: 1 })
            )
                _types.TryAdd(set.TypeArguments[0].OriginalDefinition, true);
        if (
            type.GetAttributes()
                .Any(a =>
                    a.AttributeClass is { Name: "TableAttribute" or "EntityAttribute" or "BsonCollectionAttribute" }
                )
        )
            _types.TryAdd(type.OriginalDefinition, true);
    }

    public bool Contains(INamedTypeSymbol type) =>
        _types.Keys.OfType<INamedTypeSymbol>().Any(entity => entity.InheritsFrom(type.OriginalDefinition));

    private static bool IsContext(INamedTypeSymbol type) =>
        type.BaseType.SelfAndBaseTypes().Any(t => t is { Name: "DbContext" or "IdentityDbContext", IsFramework: true });
}
