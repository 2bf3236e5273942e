using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.TestData;

/// <summary>
/// What the name says that a value in test data is, as the standard lists it: <c>phone: tel, 電話番号</c>.
/// </summary>
internal sealed class DataNames
{
    /// <summary>Something else: a code of an article, the number of an office.</summary>
    public const string Other = "other";

    private readonly List<(string Kind, string Name)> _names;
    private readonly IReadOnlyList<string> _others;

    /// <param name="lines">A kind, a colon and its names, separated by commas.</param>
    /// <param name="others">Words of names that say something else.</param>
    public DataNames(IEnumerable<string> lines, IReadOnlyList<string> others)
    {
        _names = lines.SelectMany(Read).ToList();
        _others = others;
    }

    /// <summary>The kind that the name of a value says; null where it has none or says nothing.</summary>
    public string? Of(IOperation value)
    {
        foreach (var name in NamesOf(value, out var owner))
        {
            if (owner is not null && IdentifierWords.Split(owner.Name).Any(IsOther))
                return Other;
            if (IdentifierWords.Split(name).Any(IsOther))
                return Other;
            if (_names.FirstOrDefault(n => IdentifierWords.EndsWithWord(name, new[] { n.Name })) is { Kind: { } kind })
                return kind;
        }

        return null;
    }

    // officePhone is the phone of an office, and new Office { Phone = … } too.
    private bool IsOther(string word) => _others.Any(other => other[0] > 0x7F ? word.Contains(other) : word == other);

    // The variable, member, parameter or key that gets the value.
    private static IEnumerable<string> NamesOf(IOperation value, out ITypeSymbol? owner)
    {
        owner = null;
        for (var at = value.Parent; at is not null; at = at.Parent)
            switch (at)
            {
                case IArgumentOperation { Parameter: { } parameter }:
                    owner = (at.Parent as IObjectCreationOperation)?.Type;
                    return new[] { parameter.Name };
                case ISimpleAssignmentOperation assignment:
                    owner = (at.Parent?.Parent as IObjectCreationOperation)?.Type;
                    return NamesOf(assignment.Target);
                case IVariableDeclaratorOperation declarator:
                    return new[] { declarator.Symbol.Name };
                case IFieldInitializerOperation field:
                    return field.InitializedFields.Select(f => f.Name);
                case IPropertyInitializerOperation property:
                    return property.InitializedProperties.Select(p => p.Name);
                case IBlockOperation or IExpressionStatementOperation or IReturnOperation:
                    return Array.Empty<string>();
            }

        return Array.Empty<string>();
    }

    private static IEnumerable<string> NamesOf(IOperation target) =>
        target switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true } indexed => indexed
                .Arguments.Select(a => a.Value.ConstantValue)
                .Where(c => c.HasValue)
                .Select(c => c.Value)
                .OfType<string>(),
            IMemberReferenceOperation member => new[] { member.Member.Name },
            ILocalReferenceOperation local => new[] { local.Local.Name },
            _ => Array.Empty<string>(),
        };

    private static IEnumerable<(string, string)> Read(string line)
    {
        var colon = line.IndexOf(':');
        return colon <= 0
            ? Array.Empty<(string, string)>()
            : line.Substring(colon + 1)
                .Split(',')
                .Select(name => name.Trim())
                .Where(name => name.Length > 0)
                .Select(name => (line.Substring(0, colon), name));
    }
}
