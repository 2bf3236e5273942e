using System.Text.RegularExpressions;

namespace PolicyKit.Json.Schemas.Keywords;

internal sealed class Reference(string name, JsonValue value, SchemaNode target) : Keyword(name, value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame) => evaluation.Evaluate(target, instance);
}

/// <summary>2019-09: the outermost resource on the way here that says it may be recursed into, if the one referred to says so.</summary>
internal sealed class RecursiveReference(JsonValue value, SchemaNode start, SchemaCompiler compiler) : Keyword("$recursiveRef", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var target = start.Resource.IsRecursiveAnchor ? evaluation.DynamicScope.LastOrDefault(r => r.IsRecursiveAnchor) is { } outermost ? compiler.Root(outermost) : start : start;
        return evaluation.Evaluate(target, instance);
    }
}

/// <summary>2020-12: the dynamic anchor of that name in the outermost resource on the way here that has one.</summary>
internal sealed class DynamicReference(JsonValue value, SchemaNode start, string name, SchemaCompiler compiler) : Keyword("$dynamicRef", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var target = evaluation.DynamicScope.Select(r => compiler.DynamicAnchor(r, name)).LastOrDefault(node => node is not null) ?? start;
        return evaluation.Evaluate(target, instance);
    }
}

internal sealed class AllOf(JsonValue value, SchemaNode[] schemas) : Keyword("allOf", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = true;
        foreach (var schema in schemas)
        {
            if (evaluation.Evaluate(schema, instance)) continue;
            valid = false;
            if (!evaluation.Collects) break;
        }

        return valid;
    }
}

internal sealed class AnyOf(JsonValue value, SchemaNode[] schemas) : Keyword("anyOf", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var valid = false;
        foreach (var schema in schemas)
        {
            valid |= evaluation.Asks(schema, instance);
            // Every branch that holds marks what it evaluates.
            if (valid && !evaluation.TracksEvaluated) break;
        }

        return valid || Branches.Fail(evaluation, this, schemas, instance, "schema.anyof");
    }
}

internal sealed class OneOf(JsonValue value, SchemaNode[] schemas) : Keyword("oneOf", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var count = 0;
        foreach (var schema in schemas)
            if (evaluation.Asks(schema, instance) && ++count == 2)
                return evaluation.Fail(instance, Value, Name, "schema.oneof-several", schemas.Length);
        return count == 1 || Branches.Fail(evaluation, this, schemas, instance, "schema.oneof");
    }
}

/// <summary>Why none of several shapes fits: told by the one that came closest, so that one mistake gives one message.</summary>
internal static class Branches
{
    public static bool Fail(Evaluation evaluation, Keyword keyword, SchemaNode[] schemas, int instance, string key)
    {
        if (!evaluation.Collects) return false;
        var depth = Depth(evaluation, instance);
        var closest = schemas.Select(schema => evaluation.ErrorsOf(schema, instance))
            .Where(errors => errors.Count > 0 && !errors.Exists(e => IsOfAnotherKind(evaluation, e, instance, depth)))
            .OrderByDescending(errors => errors.Max(e => Depth(evaluation, e.Instance.Index))).ThenBy(errors => errors.Count).FirstOrDefault();
        if (closest is null) return evaluation.Fail(instance, keyword.Value, keyword.Name, key, schemas.Length);
        evaluation.Report(closest.Select(e => e with { OtherBranches = schemas.Length - 1 }));
        return false;
    }

    // A wrong type of the value itself, or a wrong constant right in it (`kind`), says that another shape was meant.
    private static bool IsOfAnotherKind(Evaluation evaluation, SchemaError error, int instance, int depth) =>
        (error.Keyword == "type" && error.Instance.Index == instance) || (error.Keyword is "const" or "false" && Depth(evaluation, error.Instance.Index) <= depth + 1);

    private static int Depth(Evaluation evaluation, int index)
    {
        var depth = 0;
        for (; index > 0; index = evaluation.Nodes[index].Parent) depth++;
        return depth;
    }
}

internal sealed class Not(JsonValue value, SchemaNode schema) : Keyword("not", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var marks = evaluation.MarkCount;
        var holds = evaluation.Asks(schema, instance);
        evaluation.MarkCount = marks;
        return !holds || evaluation.Fail(instance, Value, Name, "schema.not");
    }
}

internal sealed class If(JsonValue value, SchemaNode condition, SchemaNode? then, SchemaNode? otherwise) : Keyword("if", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame) =>
        (evaluation.Asks(condition, instance) ? then : otherwise) is not { } next || evaluation.Evaluate(next, instance);
}

internal sealed class DependentSchemas(string name, JsonValue value, Dictionary<string, SchemaNode> schemas) : Keyword(name, value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        if (evaluation.Nodes[instance].Kind != JsonKind.Object) return true;
        var valid = true;
        foreach (var pair in schemas)
            if (evaluation.ValueAt(instance).TryGetMember(pair.Key, out _) && !evaluation.Evaluate(pair.Value, instance))
                valid = false;
        return valid;
    }
}

/// <summary>A tuple of schemas for the first items and one for the rest: prefixItems and items, or in older drafts items and additionalItems.</summary>
internal sealed class ItemsKeyword(JsonValue value, SchemaNode[] tuple, SchemaNode? rest) : Keyword("items", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var nodes = evaluation.Nodes;
        if (nodes[instance].Kind != JsonKind.Array) return true;
        var (valid, position) = (true, 0);
        for (var item = instance + 1; item < nodes[instance].Next; item = nodes[item].Next, position++)
        {
            var schema = position < tuple.Length ? tuple[position] : rest;
            if (schema is null) break;
            if (evaluation.EvaluateChild(schema, item)) evaluation.Mark(item);
            else if (!evaluation.Collects) return false;
            else valid = false;
        }

        return valid;
    }
}

internal sealed class ContainsKeyword(JsonValue value, SchemaNode schema, JsonValue? minimum, JsonValue? maximum, bool marks) : Keyword("contains", value)
{
    private readonly JsonNumber _minimum = JsonNumber.Parse(minimum is { Kind: JsonKind.Number } min ? min.RawText : "1");
    private readonly JsonNumber? _maximum = maximum is { Kind: JsonKind.Number } max ? JsonNumber.Parse(max.RawText) : null;

    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var nodes = evaluation.Nodes;
        if (nodes[instance].Kind != JsonKind.Array) return true;
        var count = 0;
        for (var item = instance + 1; item < nodes[instance].Next; item = nodes[item].Next)
        {
            if (!evaluation.Asks(schema, item, child: true)) continue;
            count++;
            if (marks) evaluation.Mark(item);
        }

        var found = JsonNumber.Parse(count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (found.CompareTo(_minimum) < 0) return evaluation.Fail(instance, minimum ?? Value, minimum is null ? Name : "minContains", "schema.contains", count, minimum?.RawText ?? "1");
        return _maximum is not { } most || found.CompareTo(most) <= 0 || evaluation.Fail(instance, maximum!.Value, "maxContains", "schema.maxcontains", count, maximum.Value.RawText);
    }
}

internal sealed class PropertyNamesKeyword(JsonValue value, SchemaNode schema) : Keyword("propertyNames", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var nodes = evaluation.Nodes;
        if (nodes[instance].Kind != JsonKind.Object) return true;
        var valid = true;
        // A member's name is a string of its own in the instance.
        for (var name = instance + 1; name < nodes[instance].Next; name = nodes[name + 1].Next)
            if (!evaluation.EvaluateChild(schema, name))
                valid = false;
        return valid;
    }
}

internal sealed class PropertiesKeyword(JsonValue value, Dictionary<string, SchemaNode> properties, (Regex Regex, SchemaNode Schema)[] patterns, SchemaNode? additional) : Keyword("properties", value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var nodes = evaluation.Nodes;
        if (nodes[instance].Kind != JsonKind.Object) return true;
        var valid = true;
        for (var at = instance + 1; at < nodes[instance].Next; at = nodes[at + 1].Next)
        {
            if (Member(evaluation, at)) continue;
            valid = false;
            if (!evaluation.Collects) break;
        }

        return valid;
    }

    private bool Member(Evaluation evaluation, int at)
    {
        var name = evaluation.Instance.Decode(evaluation.Nodes[at]);
        var (matched, valid) = (false, true);
        if (properties.TryGetValue(name, out var schema)) (matched, valid) = (true, evaluation.EvaluateChild(schema, at + 1));
        foreach (var (regex, pattern) in patterns)
        {
            if (!Matches(regex, name)) continue;
            matched = true;
            valid &= evaluation.EvaluateChild(pattern, at + 1);
        }

        if (!matched && additional is not null)
        {
            matched = true;
            valid = additional.Constant == false ? Stranger(evaluation, at, name) : evaluation.EvaluateChild(additional, at + 1);
        }

        if (matched && valid) evaluation.Mark(at + 1);
        return valid;
    }

    private bool Stranger(Evaluation evaluation, int at, string name)
    {
        if (!evaluation.Collects) return false;
        var owner = evaluation.ValueAt(evaluation.Nodes[at].Parent);
        return Nearest.Find(name, properties.Keys.Where(known => !owner.TryGetMember(known, out _))) is { } nearest
            ? evaluation.Fail(at, additional!.Value, "additionalProperties", "schema.additional.nearest", name, nearest)
            : evaluation.Fail(at, additional!.Value, "additionalProperties", "schema.additional", name);
    }

    private static bool Matches(Regex regex, string name)
    {
        try
        {
            return regex.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

internal sealed class Unevaluated(string name, JsonValue value, JsonKind kind, SchemaNode schema) : Keyword(name, value)
{
    public override bool Evaluate(Evaluation evaluation, int instance, int frame)
    {
        var nodes = evaluation.Nodes;
        if (nodes[instance].Kind != kind) return true;
        var (valid, isObject) = (true, kind == JsonKind.Object);
        for (var at = instance + 1; at < nodes[instance].Next; at = nodes[isObject ? at + 1 : at].Next)
        {
            var child = isObject ? at + 1 : at;
            if (evaluation.IsMarked(child, frame)) continue;
            var holds = schema.Constant == false
                ? evaluation.Fail(at, Value, Name, isObject ? "schema.additional" : "schema.additional-item", isObject ? evaluation.Instance.Decode(nodes[at]) : "")
                : evaluation.EvaluateChild(schema, child);
            if (holds) evaluation.Mark(child);
            else valid = false;
        }

        return valid;
    }
}
