namespace PolicyKit.Json.Schemas;

/// <summary>
/// Makes the keywords of a schema object that its draft and vocabularies know, cheapest first and the unevaluated
/// ones last.
/// </summary>
internal static class KeywordFactory
{
    public static IEnumerable<Keyword> Make(KeywordScope scope)
    {
        if (scope.Find("$ref", JsonKind.String) is { } reference)
        {
            if (scope.Compiler.Follow(scope.Node.Resource, reference) is { } target)
                yield return new Reference("$ref", reference, target);
            if (scope.Draft <= SchemaDraft.Draft7)
                yield break;
        }

        foreach (var keyword in References(scope))
            yield return keyword;
        if (scope.Dialect.Validation)
            foreach (var keyword in Assertions(scope))
                yield return keyword;
        if (
            (scope.Compiler.AssertsFormats || scope.Dialect.FormatAssertion)
            && scope.Find("format", JsonKind.String) is { } format
            && Formats.Find(format.GetString(), scope.Draft) is { } check
        )
            yield return new FormatKeyword(format, format.GetString(), check);
        if (scope.Dialect.Applicator)
            foreach (var keyword in Arrays(scope).Concat(Objects(scope)).Concat(InPlace(scope)))
                yield return keyword;
        if (scope.Draft < SchemaDraft.Draft201909 || !scope.Dialect.Unevaluated)
            yield break;
        if (Unevaluated(scope, "unevaluatedProperties", JsonKind.Object) is { } properties)
            yield return properties;
        if (Unevaluated(scope, "unevaluatedItems", JsonKind.Array) is { } items)
            yield return items;
    }

    private static Unevaluated? Unevaluated(KeywordScope scope, string name, JsonKind kind)
    {
        if (scope.Find(name) is not { } value)
            return null;
        scope.Node.TracksEvaluated = true;
        return new Unevaluated(name, value, kind, scope.Sub(value), scope.Node);
    }

    private static IEnumerable<Keyword> References(KeywordScope scope)
    {
        if (
            scope.Draft == SchemaDraft.Draft201909
            && scope.Find("$recursiveRef", JsonKind.String) is { } recursive
            && scope.Compiler.Follow(scope.Node.Resource, recursive) is { } root
        )
        {
            scope.Compiler.TracksScope = true;
            yield return new RecursiveReference(recursive, root, scope.Compiler.Root);
        }

        if (
            scope.Draft == SchemaDraft.Draft202012
            && scope.Find("$dynamicRef", JsonKind.String) is { } dynamic
            && scope.Compiler.Follow(scope.Node.Resource, dynamic) is { } start
        )
        {
            var fragment = UriReference.Cut(dynamic.GetString()).Fragment ?? "";
            // Only a reference that lands on a dynamic anchor of that name is dynamic.
            var isDynamic =
                start.Resource.DynamicAnchors.TryGetValue(fragment, out var index) && index == start.Value.Index;
            yield return isDynamic
                ? new DynamicReference(dynamic, start, scope.Compiler.DynamicAnchors(fragment))
                : new Reference("$dynamicRef", dynamic, start);
        }
    }

    private static IEnumerable<Keyword> Assertions(KeywordScope scope)
    {
        foreach (var member in scope.Node.Value.Members())
        {
            var value = member.Value;
            var isNumber = value.Kind == JsonKind.Number;
            switch (member.Name)
            {
                case "type":
                    TypeKeyword.Apply(value, scope.Node);
                    break;
                case "enum" when value.Kind == JsonKind.Array:
                    yield return new EnumKeyword(value);
                    break;
                case "const" when scope.Draft >= SchemaDraft.Draft6:
                    yield return new ConstKeyword(value);
                    break;
                case "multipleOf" when isNumber:
                    yield return new NumberKeyword(member.Name, value, NumberRelation.MultipleOf);
                    break;
                case "minimum" when isNumber:
                    yield return new NumberKeyword(
                        member.Name,
                        value,
                        IsExclusive(scope, "exclusiveMinimum")
                            ? NumberRelation.ExclusiveMinimum
                            : NumberRelation.Minimum
                    );
                    break;
                case "maximum" when isNumber:
                    yield return new NumberKeyword(
                        member.Name,
                        value,
                        IsExclusive(scope, "exclusiveMaximum")
                            ? NumberRelation.ExclusiveMaximum
                            : NumberRelation.Maximum
                    );
                    break;
                case "exclusiveMinimum" when isNumber && scope.Draft >= SchemaDraft.Draft6:
                    yield return new NumberKeyword(member.Name, value, NumberRelation.ExclusiveMinimum);
                    break;
                case "exclusiveMaximum" when isNumber && scope.Draft >= SchemaDraft.Draft6:
                    yield return new NumberKeyword(member.Name, value, NumberRelation.ExclusiveMaximum);
                    break;
                case "minLength"
                or "maxLength"
                or "minItems"
                or "maxItems"
                or "minProperties"
                or "maxProperties" when isNumber:
                    yield return new CountKeyword(member.Name, value);
                    break;
                case "pattern" when value.Kind == JsonKind.String:
                    if (Pattern(scope, value, value.GetString()) is { } pattern)
                        yield return new PatternKeyword(value, pattern);
                    break;
                case "uniqueItems" when value.Kind == JsonKind.True:
                    yield return new UniqueItemsKeyword(value);
                    break;
                case "dependentRequired" when value.Kind == JsonKind.Object && scope.Draft >= SchemaDraft.Draft201909:
                    yield return new DependentRequiredKeyword(member.Name, value);
                    break;
            }
        }
    }

    private static IEnumerable<Keyword> InPlace(KeywordScope scope)
    {
        if (scope.Find("allOf", JsonKind.Array) is { } all)
            yield return new AllOf(all, scope.Subs(all));
        if (scope.Find("anyOf", JsonKind.Array) is { } any)
            yield return new AnyOf(any, scope.Subs(any));
        if (scope.Find("oneOf", JsonKind.Array) is { } one)
            yield return new OneOf(one, scope.Subs(one));
        if (scope.Find("not") is { } not)
            yield return new Not(not, scope.Sub(not));
        if (scope.Draft >= SchemaDraft.Draft7 && scope.Find("if") is { } condition)
            yield return new If(condition, scope.Sub(condition), scope.Sub("then"), scope.Sub("else"));
        // Renamed in 2019-09; documents that still say `dependencies` mean it.
        if (scope.Find("dependencies", JsonKind.Object) is { } d)
        {
            yield return new DependentRequiredKeyword("dependencies", d);
            yield return new DependentSchemas("dependencies", d, Named(scope, d));
        }

        if (scope.Draft >= SchemaDraft.Draft201909 && scope.Find("dependentSchemas", JsonKind.Object) is { } dependent)
            yield return new DependentSchemas("dependentSchemas", dependent, Named(scope, dependent));
    }

    private static IEnumerable<Keyword> Arrays(KeywordScope scope)
    {
        var tuple = scope.Find(scope.Draft == SchemaDraft.Draft202012 ? "prefixItems" : "items", JsonKind.Array);
        var rest =
            scope.Draft == SchemaDraft.Draft202012 || tuple is null
                ? scope.Find("items")
                : scope.Find("additionalItems");
        if ((rest ?? tuple) is { } any)
            yield return new ItemsKeyword(
                any,
                tuple is { } t ? scope.Subs(t) : Array.Empty<SchemaNode>(),
                rest is { } r ? scope.Sub(r) : null
            );
        if (scope.Draft >= SchemaDraft.Draft6 && scope.Find("contains") is { } contains)
        {
            var bounds = scope.Draft >= SchemaDraft.Draft201909 && scope.Dialect.Validation;
            yield return new ContainsKeyword(
                contains,
                scope.Sub(contains),
                bounds ? scope.Find("minContains") : null,
                bounds ? scope.Find("maxContains") : null,
                marks: scope.Draft == SchemaDraft.Draft202012
            );
        }
    }

    private static IEnumerable<Keyword> Objects(KeywordScope scope)
    {
        if (scope.Draft >= SchemaDraft.Draft6 && scope.Find("propertyNames") is { } names)
            yield return new PropertyNamesKeyword(names, scope.Sub(names));
        var (properties, patterns, additional) = (
            scope.Find("properties", JsonKind.Object),
            scope.Find("patternProperties", JsonKind.Object),
            scope.Find("additionalProperties")
        );
        var required = scope.Dialect.Validation ? scope.Find("required", JsonKind.Array) : null;
        var requiredNames = required is { } r ? r.Strings().Distinct().ToList() : new List<string>();
        if ((properties ?? patterns ?? additional ?? required) is not { } any)
            yield break;
        yield return new PropertiesKeyword(
            scope.Node.Value,
            any,
            properties is { } named ? Named(scope, named) : new List<NamedSchema>(),
            patterns is { } expressions ? Patterns(scope, expressions).ToArray() : Array.Empty<PatternSchema>(),
            additional is { } other ? scope.Sub(other) : null,
            required,
            requiredNames.Take(PropertiesKeyword.MaxRequired).ToList()
        );
        if (requiredNames.Count > PropertiesKeyword.MaxRequired)
            yield return new RequiredKeyword(
                scope.Node.Value,
                required!.Value,
                requiredNames.Skip(PropertiesKeyword.MaxRequired)
            );
    }

    private static IEnumerable<PatternSchema> Patterns(KeywordScope scope, JsonValue expressions)
    {
        foreach (var member in expressions.Members())
            if (Pattern(scope, member.Value, member.Name) is { } pattern)
                yield return new PatternSchema(pattern, scope.Sub(member.Value));
    }

    private static List<NamedSchema> Named(KeywordScope scope, JsonValue map)
    {
        var named = new List<NamedSchema>(map.Count);
        foreach (var member in map.Members())
            if (member.Value.Kind != JsonKind.Array)
                named.Add(new NamedSchema(member.Name, scope.Sub(member.Value)));
        return named;
    }

    private static Pattern? Pattern(KeywordScope scope, JsonValue at, string text)
    {
        var pattern = Schemas.Pattern.Compile(text);
        if (pattern is null)
            scope.Compiler.Problem("schema.bad-pattern", at, text);
        return pattern;
    }

    private static bool IsExclusive(KeywordScope scope, string name) => scope.Find(name) is { Kind: JsonKind.True };
}
