namespace PolicyKit.Json.Schemas.Keywords;

/// <summary>One schema object while its keywords are made.</summary>
internal sealed class KeywordScope(SchemaCompiler compiler, SchemaNode node)
{
    public SchemaCompiler Compiler { get; } = compiler;

    public SchemaNode Node { get; } = node;

    public Dialect Dialect => Node.Resource.Dialect;

    public SchemaDraft Draft => Node.Resource.Dialect.Draft;

    public JsonValue? Find(string name) => Node.Value.TryGetMember(name, out var value) ? value : null;

    public SchemaNode Sub(JsonValue value) => Compiler.Get(value, Node.Resource);

    public SchemaNode? Sub(string name) => Find(name) is { } value ? Sub(value) : null;

    public SchemaNode[] Subs(JsonValue array) => array.Items().Select(Sub).ToArray();
}

/// <summary>Makes the keywords of a schema object that its draft and vocabularies know, cheapest first and the unevaluated ones last.</summary>
internal static class KeywordFactory
{
    public static IEnumerable<Keyword> Make(KeywordScope scope)
    {
        if (scope.Find("$ref") is { Kind: JsonKind.String } reference)
        {
            if (scope.Compiler.Follow(scope.Node.Resource, reference) is { } target) yield return new Reference("$ref", reference, target);
            if (scope.Draft <= SchemaDraft.Draft7) yield break;
        }

        foreach (var keyword in References(scope)) yield return keyword;
        if (scope.Dialect.Validation)
            foreach (var keyword in Assertions(scope))
                yield return keyword;
        if (!scope.Dialect.Applicator) yield break;
        foreach (var keyword in InPlace(scope).Concat(Arrays(scope)).Concat(Objects(scope))) yield return keyword;
        if (scope.Draft < SchemaDraft.Draft201909 || !scope.Dialect.Unevaluated) yield break;
        foreach (var (name, kind) in new[] { ("unevaluatedProperties", JsonKind.Object), ("unevaluatedItems", JsonKind.Array) })
        {
            if (scope.Find(name) is not { } value) continue;
            scope.Compiler.TracksEvaluated = true;
            yield return new Unevaluated(name, value, kind, scope.Sub(value));
        }
    }

    private static IEnumerable<Keyword> References(KeywordScope scope)
    {
        if (scope.Draft == SchemaDraft.Draft201909 && scope.Find("$recursiveRef") is { } recursive && scope.Compiler.Follow(scope.Node.Resource, recursive) is { } root)
            yield return new RecursiveReference(recursive, root, scope.Compiler);
        if (scope.Draft == SchemaDraft.Draft202012 && scope.Find("$dynamicRef") is { Kind: JsonKind.String } dynamic && scope.Compiler.Follow(scope.Node.Resource, dynamic) is { } start)
        {
            var fragment = UriReference.Cut(dynamic.GetString()).Fragment ?? "";
            // Only a reference that lands on a dynamic anchor of that name is dynamic.
            var isDynamic = start.Resource.DynamicAnchors.TryGetValue(fragment, out var index) && index == start.Value.Index;
            if (isDynamic) scope.Compiler.UsesDynamicName(fragment);
            yield return isDynamic ? new DynamicReference(dynamic, start, fragment, scope.Compiler) : new Reference("$dynamicRef", dynamic, start);
        }
    }

    private static IEnumerable<Keyword> Assertions(KeywordScope scope)
    {
        foreach (var member in scope.Node.Value.Members())
        {
            var value = member.Value;
            switch (member.Name)
            {
                case "type": yield return new TypeKeyword(value, scope.Draft); break;
                case "enum" when value.Kind == JsonKind.Array: yield return new EnumKeyword(value); break;
                case "const" when scope.Draft >= SchemaDraft.Draft6: yield return new ConstKeyword(value); break;
                case "multipleOf" when value.Kind == JsonKind.Number: yield return new NumberKeyword(member.Name, value, (n, limit) => n.IsMultipleOf(limit)); break;
                case "minimum" when value.Kind == JsonKind.Number:
                    yield return IsTrue(scope.Find("exclusiveMinimum")) ? new NumberKeyword(member.Name, value, (n, limit) => n.CompareTo(limit) > 0) : new NumberKeyword(member.Name, value, (n, limit) => n.CompareTo(limit) >= 0);
                    break;
                case "maximum" when value.Kind == JsonKind.Number:
                    yield return IsTrue(scope.Find("exclusiveMaximum")) ? new NumberKeyword(member.Name, value, (n, limit) => n.CompareTo(limit) < 0) : new NumberKeyword(member.Name, value, (n, limit) => n.CompareTo(limit) <= 0);
                    break;
                case "exclusiveMinimum" when value.Kind == JsonKind.Number && scope.Draft >= SchemaDraft.Draft6: yield return new NumberKeyword(member.Name, value, (n, limit) => n.CompareTo(limit) > 0); break;
                case "exclusiveMaximum" when value.Kind == JsonKind.Number && scope.Draft >= SchemaDraft.Draft6: yield return new NumberKeyword(member.Name, value, (n, limit) => n.CompareTo(limit) < 0); break;
                case "minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties" when value.Kind == JsonKind.Number: yield return new CountKeyword(member.Name, value); break;
                case "pattern" when value.Kind == JsonKind.String:
                    if (Pattern(scope, value) is { } regex) yield return new PatternKeyword(value, regex);
                    break;
                case "uniqueItems" when value.Kind == JsonKind.True: yield return new UniqueItemsKeyword(value); break;
                case "required" when value.Kind == JsonKind.Array: yield return new RequiredKeyword(value); break;
                case "dependentRequired" when value.Kind == JsonKind.Object && scope.Draft >= SchemaDraft.Draft201909: yield return new DependentRequiredKeyword(member.Name, value); break;
            }
        }
    }

    private static IEnumerable<Keyword> InPlace(KeywordScope scope)
    {
        if (scope.Find("allOf") is { Kind: JsonKind.Array } all) yield return new AllOf(all, scope.Subs(all));
        if (scope.Find("anyOf") is { Kind: JsonKind.Array } any) yield return new AnyOf(any, scope.Subs(any));
        if (scope.Find("oneOf") is { Kind: JsonKind.Array } one) yield return new OneOf(one, scope.Subs(one));
        if (scope.Find("not") is { } not) yield return new Not(not, scope.Sub(not));
        if (scope.Draft >= SchemaDraft.Draft7 && scope.Find("if") is { } condition) yield return new If(condition, scope.Sub(condition), scope.Sub("then"), scope.Sub("else"));
        // Renamed in 2019-09; documents that still say `dependencies` mean it.
        if (scope.Find("dependencies") is { Kind: JsonKind.Object } d)
        {
            yield return new DependentRequiredKeyword("dependencies", d);
            yield return new DependentSchemas("dependencies", d, Map(scope, d));
        }

        if (scope.Draft >= SchemaDraft.Draft201909 && scope.Find("dependentSchemas") is { Kind: JsonKind.Object } dependent) yield return new DependentSchemas("dependentSchemas", dependent, Map(scope, dependent));
    }

    private static IEnumerable<Keyword> Arrays(KeywordScope scope)
    {
        var tuple = scope.Draft == SchemaDraft.Draft202012 ? scope.Find("prefixItems") : scope.Find("items") is { Kind: JsonKind.Array } items ? items : null;
        var rest = scope.Draft == SchemaDraft.Draft202012 ? scope.Find("items") : tuple is null ? scope.Find("items") : scope.Find("additionalItems");
        if (tuple is { Kind: JsonKind.Array } || rest is not null)
            yield return new ItemsKeyword(rest ?? tuple!.Value, tuple is { Kind: JsonKind.Array } t ? scope.Subs(t) : Array.Empty<SchemaNode>(), rest is { } r ? scope.Sub(r) : null);
        if (scope.Draft >= SchemaDraft.Draft6 && scope.Find("contains") is { } contains)
        {
            var bounds = scope.Draft >= SchemaDraft.Draft201909 && scope.Dialect.Validation;
            yield return new ContainsKeyword(contains, scope.Sub(contains), bounds ? scope.Find("minContains") : null, bounds ? scope.Find("maxContains") : null, marks: scope.Draft == SchemaDraft.Draft202012);
        }
    }

    private static IEnumerable<Keyword> Objects(KeywordScope scope)
    {
        if (scope.Draft >= SchemaDraft.Draft6 && scope.Find("propertyNames") is { } names) yield return new PropertyNamesKeyword(names, scope.Sub(names));
        var properties = scope.Find("properties") is { Kind: JsonKind.Object } map ? map : (JsonValue?)null;
        var patterns = scope.Find("patternProperties") is { Kind: JsonKind.Object } p ? p : (JsonValue?)null;
        var additional = scope.Find("additionalProperties");
        if ((properties ?? patterns ?? additional) is not { } any) yield break;
        yield return new PropertiesKeyword(
            any,
            properties is { } named ? Map(scope, named) : new Dictionary<string, SchemaNode>(),
            patterns is { } expressions ? expressions.Members().Select(m => (Regex: Pattern(scope, m.Value, m.Name), Schema: scope.Sub(m.Value))).Where(m => m.Regex is not null).Select(m => (m.Regex!, m.Schema)).ToArray() : Array.Empty<(System.Text.RegularExpressions.Regex, SchemaNode)>(),
            additional is { } other ? scope.Sub(other) : null);
    }

    private static Dictionary<string, SchemaNode> Map(KeywordScope scope, JsonValue map)
    {
        var result = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        foreach (var member in map.Members().Where(m => m.Value.Kind != JsonKind.Array)) result[member.Name] = scope.Sub(member.Value);
        return result;
    }

    private static System.Text.RegularExpressions.Regex? Pattern(KeywordScope scope, JsonValue at, string? pattern = null)
    {
        pattern ??= at.GetString();
        var regex = EcmaRegex.Compile(pattern);
        if (regex is null) scope.Compiler.Problem("schema.bad-pattern", at, pattern);
        return regex;
    }

    private static bool IsTrue(JsonValue? value) => value is { Kind: JsonKind.True };
}
