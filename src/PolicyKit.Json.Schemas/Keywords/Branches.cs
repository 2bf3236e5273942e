using PolicyKit.Messages;

namespace PolicyKit.Json.Schemas;

/// <summary>Why none of several shapes fits: told by the one that came closest, so that one mistake gives one message.</summary>
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
            return evaluation.Fail(instance, keyword.Value, keyword.Name, key, schemas.Length);
        }

        var depth = Depth(evaluation, instance);
        var closest = branches
            .Where(errors => errors.Count > 0 && !errors.Exists(e => IsOfAnotherKind(evaluation, e, instance, depth)))
            .OrderBy(errors =>
                errors.Count(e => e.Message.Key.StartsWith("schema.additional", StringComparison.Ordinal))
            )
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

        // Where every shape wants another value of the same member (`kind`), the words that it may be are what one needs to know.
        var constants = branches
            .Select(errors =>
                errors.FirstOrDefault(e => e.Keyword == "const" && Depth(evaluation, e.Instance.Index) == depth + 1)
            )
            .ToList();
        if (constants.TrueForAll(e => e is not null && e.Instance == constants[0]!.Instance))
        {
            var (found, words) = (
                constants[0]!.Instance,
                constants.Select(e => Shown.Of(e!.Schema)).Distinct().ToList()
            );
            return
                found.Kind == JsonKind.String
                && Nearest.Find(
                    found.GetString(),
                    constants.Where(e => e!.Schema.Kind == JsonKind.String).Select(e => e!.Schema.GetString())
                )
                    is { } nearest
                ? evaluation.Fail(
                    found.Index,
                    keyword.Value,
                    keyword.Name,
                    "schema.enum#nearest",
                    Shown.Of(found),
                    nearest,
                    string.Join(", ", words)
                )
                : evaluation.Fail(
                    found.Index,
                    keyword.Value,
                    keyword.Name,
                    "schema.enum",
                    Shown.Of(found),
                    string.Join(", ", words)
                );
        }

        return evaluation.Fail(instance, keyword.Value, keyword.Name, key, schemas.Length);
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
