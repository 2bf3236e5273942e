using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyKit.Reading;

namespace PolicyKit.Analyzers.Topics.Credentials;

/// <summary>
/// A plaintext password that a statement of SQL writes into a column for passwords, or compares with one: as a
/// parameter of the command, or as part of its text.
/// </summary>
internal sealed class PasswordsInSql
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    // What the database does with the value before it is kept is its own: HASHBYTES, crypt, PWDENCRYPT.
    private static readonly Lazy<Regex> Protects = new(() =>
        new Regex(
            "hash|crypt|sha_?[0-9]|md5|digest|password\\s*\\(|create\\s+(user|login)|alter\\s+(user|login|role)|identified",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            Limit
        )
    );

    private static readonly Lazy<Regex> Statement = new(() =>
        new Regex(
            "\\b(?:(?<writes>insert\\s+into|update|merge)|select|where)\\b",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            Limit
        )
    );

    private readonly PlaintextPasswordFinder _passwords;
    private readonly Regex _column;

    public PasswordsInSql(PlaintextPasswordFinder passwords, ValueList<string> names)
    {
        _passwords = passwords;
        var words = names.Select(n => string.Join("_?", n.Select(c => Regex.Escape(c.ToString()))));
        _column = new Regex(
            $"(?<![@:$\\w])\\[?(?<name>\\w*?(?:{string.Join("|", words)}))\\]?(?!\\w)(?<compared>\\s*=\\s*'?$)?",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
            Limit
        );
    }

    /// <summary>The password, and whether it is written; null when an operation hands none to SQL.</summary>
    public (string Name, bool IsWritten)? Of(IOperation operation) =>
        operation switch
        {
            IInvocationOperation
            {
                TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String }
            } call => OfFormat(call),
            IInvocationOperation call => OfParameter(operation) ?? OfObject(call),
            ISimpleAssignmentOperation => OfParameter(operation),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => OfText(sum.LeftOperand, sum.RightOperand),
            IInterpolatedStringOperation text => OfParts(text),
            _ => null,
        };

    // command.Parameters.AddWithValue("@pw", password), where the text of the command names a column for it.
    private (string Name, bool IsWritten)? OfParameter(IOperation operation)
    {
        var (key, value) = operation switch
        {
            IInvocationOperation { TargetMethod.Name: "AddWithValue", Arguments: { Length: 2 } arguments } => (
                KeyedValues.Key(arguments[0].Value),
                arguments[1].Value
            ),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Value" } target } set
                when KeyedValues.Parameter(target) is { } named => (named, set.Value),
            _ => (null, null),
        };
        if (key is null || _passwords.In(value) is null)
            return null;
        var parameter = key.TrimStart('@', ':', '$');
        var text = StatementsAround(operation.Syntax).FirstOrDefault(t => Mentions(t, parameter));
        return text is null ? null : Judge(text);
    }

    // connection.ExecuteAsync("INSERT … (password) VALUES (@password)", new { id, password })
    private (string Name, bool IsWritten)? OfObject(IInvocationOperation call) =>
        call
            .Arguments.Select(a => a.Value.UnwrapConversions())
            .OfType<IAnonymousObjectCreationOperation>()
            .SelectMany(o => o.Initializers.OfType<ISimpleAssignmentOperation>())
            .Where(a => a.Target is IPropertyReferenceOperation && _passwords.In(a.Value) is not null)
            .Select(a => ((IPropertyReferenceOperation)a.Target).Property.Name)
            .SelectMany(name =>
                call.Arguments.SelectMany(a => StringValueTracker.Of(a.Value))
                    .Select(v => v.Text)
                    .Where(t => Mentions(t, name))
            )
            .Select(Judge)
            .FirstOrDefault(found => found is not null);

    // "… AND PASSWORD = '" + password + "'"
    private (string Name, bool IsWritten)? OfText(IOperation before, IOperation value) =>
        _passwords.In(value) is not null
        && StringValueTracker.Of(before).Select(v => v.Text).FirstOrDefault() is { } text
        && _column.Matches(text).Cast<Match>().Any(m => m.Groups["compared"].Success)
            ? Judge(text)
            : null;

    private (string Name, bool IsWritten)? OfParts(IInterpolatedStringOperation text)
    {
        var before = "";
        foreach (var part in text.Parts)
            if (
                part is IInterpolatedStringTextOperation
                {
                    Text.ConstantValue: { HasValue: true, Value: string written }
                }
            )
                before += written;
            else if (
                part is IInterpolationOperation hole
                && _passwords.In(hole.Expression) is not null
                && _column.Matches(before).Cast<Match>().Any(m => m.Groups["compared"].Success)
            )
                return Judge(before);
            else
                before += StringValue.Hole;
        return null;
    }

    // string.Format("… AND PASSWORD = '{1}'", id, password)
    private (string Name, bool IsWritten)? OfFormat(IInvocationOperation call)
    {
        var format = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "format")?.Value;
        if (format is null || StringValueTracker.Of(format).FirstOrDefault()?.Text is not { } text)
            return null;
        var given = call
            .Arguments.Where(a => a.Parameter?.Name is not ("format" or "provider"))
            .SelectMany(a =>
                a.Value is IArrayCreationOperation { Initializer: { } listed }
                    ? listed.ElementValues.AsEnumerable()
                    : new[] { a.Value }
            )
            .ToList();
        for (var i = 0; i < given.Count; i++)
            if (
                text.IndexOf($"{{{i}", StringComparison.Ordinal) is > 0 and var at
                && _passwords.In(given[i]) is not null
                && _column.Matches(text.Substring(0, at)).Cast<Match>().Any(m => m.Groups["compared"].Success)
            )
                return Judge(text.Substring(0, at));
        return null;
    }

    private (string Name, bool IsWritten)? Judge(string text)
    {
        if (
            text.Length > 8192
            || Protects.Value.IsMatch(text)
            || Statement.Value.Match(text) is not { Success: true } verb
        )
            return null;
        var column = _column
            .Matches(text)
            .Cast<Match>()
            .Select(m => m.Groups["name"].Value)
            .FirstOrDefault(_passwords.IsPassword);
        return column is null ? null : (column, verb.Groups["writes"].Success);
    }

    private static bool Mentions(string text, string parameter)
    {
        for (
            var at = text.IndexOf(parameter, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(parameter, at + 1, StringComparison.OrdinalIgnoreCase)
        )
            if (at > 0 && text[at - 1] is '@' or ':' or '$' && !IsPartOfWord(text, at + parameter.Length))
                return true;
        return false;
    }

    private static bool IsPartOfWord(string text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]);

    // The texts of the member that the command is made in.
    private static IEnumerable<string> StatementsAround(SyntaxNode node) =>
        (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node)
            .DescendantTokens()
            .Where(t => t.IsKind(SyntaxKind.StringLiteralToken) || t.IsKind(SyntaxKind.MultiLineRawStringLiteralToken))
            .Select(t => t.ValueText);
}
