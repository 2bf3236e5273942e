using CsCheck;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;

namespace PolicyKit.Json.Tests;

/// <summary>A schema is itself judged: a slip in it must not switch a check off without a word.</summary>
public sealed class SchemaCheckTests
{
    private static readonly SchemaOptions Checking = new() { CheckSchema = true, AssertFormats = true };

    [Theory]
    [InlineData("""{"required":"a"}""", "1:13 schema.invalid")]
    [InlineData("""{"properties":{"a":{"minLength":"5"}}}""", "1:33 schema.invalid")]
    [InlineData("""{"minLength":-1}""", "1:14 schema.invalid")]
    [InlineData("""{"oneOf":[]}""", "1:10 schema.invalid")]
    [InlineData("""{"$id":"http://json-schema.org/mine","oneOf":[]}""", "1:46 schema.invalid")]
    [InlineData("""{"$defs":{"never":{"type":"strng"}}}""", "1:27 schema.invalid")]
    [InlineData("""{"items":5}""", "1:10 schema.no-schema")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-07/schema#","required":"a"}""", "1:65 schema.invalid")]
    [InlineData(
        """{"$schema":"http://json-schema.org/draft-04/schema#","minimum":1,"exclusiveMinimum":5}""",
        "1:85 schema.invalid"
    )]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2019-09/schema","maxItems":1.5}""", "1:70 schema.invalid")]
    [InlineData("""{"$schema":"http://json-schema.org/schema#"}""", "1:12 schema.unknown-dialect")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-03/schema#"}""", "1:12 schema.unknown-dialect")]
    [InlineData("""{"$schema":"https://json-schema.org/draft/next/schema"}""", "1:12 schema.unknown-dialect")]
    [InlineData("""{"$schema":""}""", "1:12 schema.unknown-dialect")]
    public void A_mistake_in_a_schema_is_a_problem_at_its_place(string schema, string expected)
    {
        var compilation = JsonSchema.Compile(JsonText.Read(schema), Checking);
        Assert.Null(compilation.Schema);
        Assert.Equal([expected], compilation.Problems.Select(Shown).Distinct());
    }

    [Theory]
    [InlineData("http://json-schema.org/draft-04/schema#")]
    [InlineData("http://json-schema.org/draft-06/schema")]
    [InlineData("https://json-schema.org/draft-07/schema#")]
    [InlineData("https://json-schema.org/draft/2019-09/schema")]
    [InlineData("http://json-schema.org/draft/2020-12/schema#")]
    public void The_published_identifier_of_a_draft_is_known_under_either_scheme(string draft)
    {
        var compilation = JsonSchema.Compile(JsonText.Read($$"""{"$schema":"{{draft}}","type":"integer"}"""), Checking);
        Assert.Empty(compilation.Problems);
        Assert.False(compilation.Require().IsValid(JsonText.Read("\"x\"").Root));
    }

    [Theory]
    [InlineData(
        """{"$schema":"http://json-schema.org/draft-07/schema#","definitions":{"a":{}},"items":{"$ref":"#/definitions/a","required":["b"]}}""",
        "1:111 schema.no-effect-beside-ref"
    )]
    [InlineData(
        """{"$schema":"http://json-schema.org/draft-04/schema#","const":1}""",
        "1:54 schema.no-effect-in-draft"
    )]
    [InlineData(
        """{"$schema":"http://json-schema.org/draft-07/schema#","prefixItems":[]}""",
        "1:54 schema.no-effect-in-draft"
    )]
    [InlineData("""{"format":"datetime"}""", "1:2 schema.unknown-format")]
    [InlineData("""{"then":{"required":["a"]}}""", "1:2 schema.no-effect-alone")]
    [InlineData("""{"requried":["a"]}""", "1:2 schema.unknown-keyword")]
    [InlineData("""{"minlength":3}""", "1:2 schema.unknown-keyword")]
    public void A_keyword_without_effect_is_a_warning_and_the_schema_judges_as_its_draft_says(
        string schema,
        string expected
    )
    {
        var compilation = JsonSchema.Compile(JsonText.Read(schema), Checking);
        Assert.Empty(compilation.Problems);
        Assert.Equal([expected], compilation.Warnings.Select(Shown));
        Assert.True(compilation.IsValid);
    }

    [Theory]
    [InlineData("""{"$ref":"#/$defs/a","required":["b"],"$defs":{"a":{}}}""")]
    [InlineData("""{"x-order":1,"markdownDescription":"a","enumDescriptions":[],"deprecationMessage":"b"}""")]
    [InlineData(
        """{"$schema":"http://json-schema.org/draft-07/schema#","$ref":"#/definitions/a","definitions":{"a":{}},"description":"b"}"""
    )]
    public void What_has_an_effect_or_is_meant_for_others_gets_no_warning(string schema) =>
        Assert.Empty(JsonSchema.Compile(JsonText.Read(schema), Checking).Warnings);

    [Theory]
    [InlineData("file:///a%20b/%E5%8F%B0%E5%B8%B3.json", "file:///a b/台帳.json")]
    [InlineData("file:///50%引き/x.json", "file:///50%25引き/x.json")]
    [InlineData("file:///C%23/x.json#/a%20b", "file:///C%23/x.json#/a%20b")]
    [InlineData("http://example.jp/a%20b", "http://example.jp/a%20b")]
    public void A_file_has_one_spelling_as_a_uri(string uri, string canonical)
    {
        Assert.Equal(canonical, UriReference.Canonical(uri));
        Assert.Equal(canonical, UriReference.Canonical(canonical));
    }

    [Fact]
    public void A_registry_asks_for_what_it_does_not_hold()
    {
        var registry = new SchemaRegistry
        {
            Fallback = uri => uri == "file:///a b/台帳.json" ? JsonText.Read("""{"type":"integer"}""") : null,
        };
        var schema = JsonSchema
            .Compile(
                JsonText.Read("""{"$ref":"%E5%8F%B0%E5%B8%B3.json"}"""),
                new SchemaOptions { BaseUri = "file:///a b/main.json", Registry = registry }
            )
            .Require();
        Assert.False(schema.IsValid(JsonText.Read("\"x\"").Root));
    }

    private static readonly string[] Fragments =
    [
        "{}",
        "[]",
        "true",
        "5",
        "-1",
        "1e400",
        "\"a\"",
        "\"(\"",
        "\"#\"",
        "\"#/$defs/a\"",
        "\"\\\\u{FFFFFFFFFF}\"",
        "\"\\\\p{X}\"",
        "[\"a\",\"a\"]",
        "[{}]",
        "{\"a\":{}}",
        "{\"(\":{}}",
        "null",
        "\"http://json-schema.org/schema#\"",
        "\"date\"",
        "\"urn:x:y\"",
    ];

    private static readonly string[] Keywords =
    [
        "$schema",
        "$id",
        "id",
        "$ref",
        "$anchor",
        "$dynamicRef",
        "$dynamicAnchor",
        "$recursiveRef",
        "$recursiveAnchor",
        "$vocabulary",
        "$defs",
        "definitions",
        "type",
        "enum",
        "const",
        "multipleOf",
        "minimum",
        "exclusiveMinimum",
        "minLength",
        "maxItems",
        "pattern",
        "uniqueItems",
        "minContains",
        "contains",
        "required",
        "dependentRequired",
        "dependencies",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "then",
        "dependentSchemas",
        "prefixItems",
        "items",
        "additionalItems",
        "properties",
        "patternProperties",
        "additionalProperties",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
        "format",
        "title",
        "description",
        "examples",
        "enumDescriptions",
    ];

    [Fact]
    public void No_schema_makes_the_engine_throw() =>
        Gen.Select(Gen.Int[0, Keywords.Length - 1], Gen.Int[0, Fragments.Length - 1])
            .Array[1, 5]
            .Select(pairs =>
                "{" + string.Join(",", pairs.Select(p => $"\"{Keywords[p.Item1]}\":{Fragments[p.Item2]}")) + "}"
            )
            .Sample(
                schema =>
                {
                    var nested = JsonText.Read(
                        $$"""{"$defs":{"a":{{schema}}},"allOf":[{{schema}}],"items":{{schema}}}"""
                    );
                    foreach (var text in new[] { JsonText.Read(schema), nested })
                    {
                        var compilation = JsonSchema.Compile(text, Checking);
                        foreach (var instance in Fragments)
                        foreach (var error in compilation.Schema?.Validate(JsonText.Read(instance).Root) ?? [])
                            Assert.NotEmpty(error.Message.Text(MessageLanguage.English));
                    }
                },
                iter: 3_000
            );

    private static string Shown(SchemaProblem problem) =>
        $"{problem.Schema.Position.Line}:{problem.Schema.Position.Column} {problem.Message.Code}";
}
