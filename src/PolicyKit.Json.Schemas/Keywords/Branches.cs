using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>
/// Why none of several shapes fits: told by the one that came closest, so that one mistake gives one message.
/// </summary>
internal static class Branches
{
    public static bool Fail(Evaluation evaluation, Keyword keyword, SchemaNode[] schemas, int instance, string key)
    {
        if (!evaluation.Collects)
            return false;
        var branches = schemas.Select(schema => evaluation.ErrorsOf(schema, instance)).ToList();
        if (evaluation.IsExhaustive)
        {
            evaluation.Report(branches.SelectMany(errors => errors));
            return evaluation.Fail(
                instance,
                keyword.Value,
                keyword.Name,
                key,
                evaluation.Subject(instance),
                schemas.Length
            );
        }

        var depth = Depth(evaluation, instance);
        var closest = branches
            .Where(errors => errors.Count > 0 && !errors.Exists(e => IsOfAnotherKind(evaluation, e, instance, depth)))
            .OrderBy(errors => errors.Count(e => e.IsStranger))
            .ThenByDescending(errors => errors.Max(e => Depth(evaluation, e.Instance.Index)))
            .ThenBy(errors => errors.Count)
            .FirstOrDefault();
        if (closest is not null)
        {
            // Of a mistake deep inside the others need not be told: the shape was the right one.
            var note = Note(keyword, schemas.Length - 1);
            evaluation.Report(
                closest.Select(e =>
                    e with
                    {
                        OtherBranches = schemas.Length - 1,
                        Message =
                            e.OtherBranches == 0 && e.Instance.Index == instance ? e.Message.With(note) : e.Message,
                    }
                )
            );
            return false;
        }

        // Where every shape wants another value of the same member (`kind`), the words that it may be are what one
        // needs to know.
        var constants = branches
            .Select(errors =>
                errors.FirstOrDefault(e => e.Keyword == "const" && Depth(evaluation, e.Instance.Index) == depth + 1)
            )
            .ToList();
        if (constants.Count > 0 && constants.TrueForAll(e => e is not null && e.Instance == constants[0]!.Instance))
        {
            return FailConstants(evaluation, keyword, constants.OfType<SchemaError>().ToList());
        }

        return Offered(schemas) is { } offered
            ? evaluation.Fail(
                instance,
                keyword.Value,
                keyword.Name,
                key + "#offered",
                evaluation.Subject(instance),
                schemas.Length,
                offered
            )
            : evaluation.Fail(instance, keyword.Value, keyword.Name, key, evaluation.Subject(instance), schemas.Length);
    }

    private static bool FailConstants(Evaluation evaluation, Keyword keyword, List<SchemaError> constants)
    {
        var found = constants[0].Instance;
        var strings = constants.Where(e => e.Schema.Kind == JsonKind.String).Select(e => e.Schema.GetString());
        var words = Wording.List(
            constants
                .Select(e => Shown.Of(e!.Schema))
                .Distinct()
                .Select(w => Wording.Message("schema.value", w))
                .ToList()
        );
        var subject = evaluation.Subject(found.Index);
        return found.Kind == JsonKind.String && Nearest.Find(found.GetString(), strings) is { } nearest
            ? evaluation.Fail(found.Index, keyword.Value, keyword.Name, "schema.enum#nearest", subject, nearest, words)
            : evaluation.Fail(found.Index, keyword.Value, keyword.Name, "schema.enum", subject, words);
    }

    // What the shapes are called: by their titles, the kinds of value that they allow, or the one value.
    private static LocalizedMessage? Offered(SchemaNode[] schemas)
    {
        var names = new List<LocalizedMessage>();
        foreach (var schema in schemas)
        {
            if (Described.Title(schema.Value) is { } title)
                names.Add(Wording.Message("schema.name#title", title));
            else if (schema.Value.TryGetMember("const", out var constant))
                names.Add(Wording.Message("schema.value", Shown.Of(constant)));
            else if (schema.Type is { } type)
                names.Add(TypeKeyword.Words(type));
            else
                return null;
        }

        return Wording.List(names.Distinct().ToList());
    }

    // The schema that offers the shapes often says what they are.
    private static LocalizedMessage Note(Keyword keyword, int others) =>
        Described.Description(keyword.Owner) is { } description
            ? SchemaCompiler.Messages.Message("schema.other-branches#described", others, description)
            : SchemaCompiler.Messages.Message("schema.other-branches", others);

    // A wrong type of the value itself, or a wrong constant right in it (`kind`), says that another shape was meant.
    private static bool IsOfAnotherKind(Evaluation evaluation, SchemaError error, int instance, int depth) =>
        (error.Keyword == "type" && error.Instance.Index == instance)
        || (error.Keyword is "const" or "false" && Depth(evaluation, error.Instance.Index) <= depth + 1);

    private static int Depth(Evaluation evaluation, int index)
    {
        var depth = 0;
        // A member's name is a matter of the object that it stands in.
        if (evaluation.Nodes[index].IsName)
            index = evaluation.Nodes[index].Parent;
        for (; index > 0; index = evaluation.Nodes[index].Parent)
            depth++;
        return depth;
    }
}
