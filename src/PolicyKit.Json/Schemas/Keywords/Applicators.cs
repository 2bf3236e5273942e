namespace PolicyKit.Json.Schemas.Keywords;

internal sealed class Reference(string name, JsonValue value, SchemaNode target) : Keyword(name, value)
{
    public SchemaNode Target { get; } = target;

    public override IEnumerable<SchemaNode> InPlace => new[] { Target };

    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        evaluation.EvaluateReference(Name, Target, instance);
}

/// <summary>2019-09: the outermost resource on the way here that says it may be recursed into, if the one referred to says so.</summary>
internal sealed class RecursiveReference(JsonValue value, SchemaNode start, Func<SchemaResource, SchemaNode> rootOf)
    : Keyword("$recursiveRef", value)
{
    public override IEnumerable<SchemaNode> InPlace => new[] { start };

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var target = start;
        if (start.Resource.IsRecursiveAnchor)
            for (var (i, scope) = (0, evaluation.DynamicScope); i < scope.Count; i++)
                if (scope[i].IsRecursiveAnchor)
                {
                    target = rootOf(scope[i]);
                    break;
                }

        return evaluation.EvaluateReference(Name, target, instance);
    }
}

/// <summary>2020-12: the dynamic anchor of that name in the outermost resource on the way here that has one.</summary>
internal sealed class DynamicReference(JsonValue value, SchemaNode start, Func<SchemaResource, SchemaNode?> anchorOf)
    : Keyword("$dynamicRef", value)
{
    public override IEnumerable<SchemaNode> InPlace => new[] { start };

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        SchemaNode? target = null;
        for (var (i, scope) = (0, evaluation.DynamicScope); i < scope.Count && target is null; i++)
            target = anchorOf(scope[i]);
        return evaluation.EvaluateReference(Name, target ?? start, instance);
    }
}

internal sealed class AllOf(JsonValue value, SchemaNode[] schemas) : Keyword("allOf", value)
{
    public override IEnumerable<SchemaNode> InPlace => schemas;

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = true;
        foreach (var schema in schemas)
        {
            if (evaluation.Evaluate(schema, instance))
                continue;
            if (!evaluation.Collects)
                return false;
            valid = false;
        }

        return valid;
    }
}

internal sealed class AnyOf(JsonValue value, SchemaNode[] schemas) : Keyword("anyOf", value)
{
    public override IEnumerable<SchemaNode> InPlace => schemas;

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = false;
        foreach (var schema in schemas)
        {
            valid |= evaluation.Asks(schema, instance);
            // Every branch that holds marks, and annotates, what it evaluates.
            if (valid && !evaluation.Tracks && !evaluation.IsExhaustive)
                break;
        }

        return valid || Branches.Fail(evaluation, this, schemas, instance, "schema.anyof");
    }
}

internal sealed class OneOf(JsonValue value, SchemaNode[] schemas) : Keyword("oneOf", value)
{
    public override IEnumerable<SchemaNode> InPlace => schemas;

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var first = -1;
        for (var i = 0; i < schemas.Length; i++)
        {
            if (!evaluation.Asks(schemas[i], instance))
                continue;
            if (first >= 0)
                return evaluation.Collects
                    && evaluation.Fail(instance, Value, Name, "schema.oneof-several", schemas.Length, first + 1, i + 1);
            first = i;
        }

        return first >= 0 || Branches.Fail(evaluation, this, schemas, instance, "schema.oneof");
    }
}

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

internal sealed class Not(JsonValue value, SchemaNode schema) : Keyword("not", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var marks = evaluation.MarkCount;
        var holds = evaluation.Asks(schema, instance, annotates: false);
        evaluation.ReturnTo(marks);
        return !holds || (evaluation.Collects && evaluation.Fail(instance, Value, Name, "schema.not"));
    }
}

internal sealed class If(JsonValue value, SchemaNode condition, SchemaNode? then, SchemaNode? otherwise)
    : Keyword("if", value)
{
    public override IEnumerable<SchemaNode> InPlace => new[] { condition, then, otherwise }.OfType<SchemaNode>();

    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        (evaluation.Asks(condition, instance) ? then : otherwise) is not { } next
        || evaluation.Evaluate(next, instance);
}

internal sealed class DependentSchemas(string name, JsonValue value, List<NamedSchema> schemas) : Keyword(name, value)
{
    private readonly SchemaString[] _names = Array.ConvertAll(schemas.ToArray(), s => new SchemaString(s.Name));

    public override int Kinds => Of(JsonKind.Object);

    public override IEnumerable<SchemaNode> InPlace => schemas.Select(s => s.Schema);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = true;
        for (var i = 0; i < _names.Length; i++)
        {
            if (
                _names[i].FindName(evaluation.Instance, instance) < 0
                || evaluation.Evaluate(schemas[i].Schema, instance)
            )
                continue;
            if (!evaluation.Collects)
                return false;
            valid = false;
        }

        return valid;
    }
}

/// <summary>A tuple of schemas for the first items and one for the rest: prefixItems and items, or in older drafts items and additionalItems.</summary>
internal sealed class ItemsKeyword(JsonValue value, SchemaNode[] tuple, SchemaNode? rest) : Keyword("items", value)
{
    public override int Kinds => Of(JsonKind.Array);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var (nodes, tracks, valid, position) = (evaluation.Nodes, evaluation.Tracks, true, 0);
        for (var item = instance + 1; item < nodes[instance].Next; item = nodes[item].Next, position++)
        {
            var schema = position < tuple.Length ? tuple[position] : rest;
            if (schema is null)
                break;
            if (!evaluation.EvaluateChild(schema, item))
            {
                if (!evaluation.Collects)
                    return false;
                valid = false;
            }

            if (tracks)
                evaluation.Mark(item);
        }

        return valid;
    }
}

internal sealed class ContainsKeyword(
    JsonValue value,
    SchemaNode schema,
    JsonValue? minimum,
    JsonValue? maximum,
    bool marks
) : Keyword("contains", value)
{
    private readonly JsonNumber _minimum = minimum is { Kind: JsonKind.Number } min
        ? JsonNumber.Of(min)
        : JsonNumber.Of(1);
    private readonly JsonNumber? _maximum = maximum is { Kind: JsonKind.Number } max ? JsonNumber.Of(max) : null;

    public override int Kinds => Of(JsonKind.Array);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var (nodes, count) = (evaluation.Nodes, 0);
        for (var item = instance + 1; item < nodes[instance].Next; item = nodes[item].Next)
        {
            if (!evaluation.Asks(schema, item, child: true))
                continue;
            count++;
            if (marks)
                evaluation.Mark(item);
        }

        var found = JsonNumber.Of(count);
        if (found.CompareTo(_minimum) < 0)
            return evaluation.Collects
                && evaluation.Fail(
                    instance,
                    minimum ?? Value,
                    minimum is null ? Name : "minContains",
                    "schema.contains",
                    count,
                    minimum?.RawText ?? "1"
                );
        return _maximum is not { } most
            || found.CompareTo(most) <= 0
            || (
                evaluation.Collects
                && evaluation.Fail(
                    instance,
                    maximum!.Value,
                    "maxContains",
                    "schema.maxcontains",
                    count,
                    maximum.Value.RawText
                )
            );
    }
}

internal sealed class PropertyNamesKeyword(JsonValue value, SchemaNode schema) : Keyword("propertyNames", value)
{
    public override int Kinds => Of(JsonKind.Object);

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var (nodes, valid) = (evaluation.Nodes, true);
        // A member's name is a string of its own in the instance.
        for (var name = instance + 1; name < nodes[instance].Next; name = nodes[name + 1].Next)
        {
            if (evaluation.EvaluateChild(schema, name))
                continue;
            if (!evaluation.Collects)
                return false;
            valid = false;
        }

        return valid;
    }
}
