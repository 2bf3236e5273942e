using PolicyKit.Findings;
using PolicyKit.Json;
using PolicyKit.Messages;

namespace PolicyKit.Reading;

/// <summary>What one reading of one file has found so far.</summary>
internal sealed class ReadContext(SourceDocument source)
{
    public static readonly MessageCatalog Messages = new(typeof(ReadContext));

    private readonly List<Problem> _problems = new();

    public SourceDocument Source { get; } = source;

    public void Add(string code, JsonValue at, params object[] arguments) =>
        Add(Severity.Error, code, Source.LocationOf(at), arguments);

    public void Add(Severity severity, string code, Location at, params object[] arguments) =>
        Add(ProblemFamily.Form, severity, code, at, arguments);

    public void Add(ProblemFamily family, Severity severity, string code, Location at, params object[] arguments) =>
        _problems.Add(new Problem(Messages.Message(code, Masked(arguments)), severity, at, family));

    public void Add(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    /// <summary>What is wrong with the names of a file itself: members that stand twice in one object.</summary>
    public static IEnumerable<Problem> Duplicates(SourceDocument source)
    {
        // One name may stand a hundred thousand times.
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        return source.Text.DuplicateMembers.Select(duplicate => new Problem(
            Messages.Message(
                "read.duplicate-member",
                Shown(duplicate.Name),
                duplicate.FirstPosition.Line,
                duplicate.NamePosition.Line
            ),
            Severity.Error,
            new Location(source.Path, duplicate.NamePosition, duplicate.NameEndPosition, duplicate.Value.Pointer),
            ProblemFamily.Form
        ));

        string Shown(string name)
        {
            if (!shown.TryGetValue(name, out var masked))
                shown.Add(name, masked = SecretShapes.Masked(name));
            return masked;
        }
    }

    /// <summary>Adds a problem and says that nothing was read.</summary>
    public bool Wrong(string code, JsonValue at, params object[] arguments)
    {
        Add(code, at, arguments);
        return false;
    }

    /// <summary>
    /// Adds the problem that a value is of another type than expected, and says that nothing was read.
    /// </summary>
    public bool WrongType(JsonValue at, string expected) =>
        Wrong(
            "read.wrong-type",
            at,
            Messages.Message(expected),
            Messages.Message("type." + at.Kind.ToString().ToLowerInvariant())
        );

    /// <summary>Takes a problem back that another explains better.</summary>
    public void Withdraw(string code, Location at, string argument) =>
        _problems.RemoveAll(p =>
            p.Message.Equals(Messages.Message(code, Masked(new object[] { argument }))) && p.Location == at
        );

    // No message repeats a secret of the file.
    private static object[] Masked(object[] arguments) =>
        Array.ConvertAll(arguments, a => a is string text ? SecretShapes.Masked(text) : a);

    public ReadResult<T> Result<T>(T? value)
        where T : class => new(value, InOrder(_problems), Source);

    public static ValueList<Problem> InOrder(IReadOnlyCollection<Problem> problems) =>
        problems.Count == 0
            ? ValueList<Problem>.Empty
            : problems
                .OrderBy(p => p.Location.File, StringComparer.Ordinal)
                .ThenBy(p => p.Location.Start)
                .ThenBy(p => p.Code, StringComparer.Ordinal)
                .ToValueList();
}
