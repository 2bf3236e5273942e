using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;

namespace PolicyKit.Json.Tests;

/// <summary>What authors of schemas get wrong, and what they are told to write.</summary>
public sealed class SchemaSlipTests
{
    private static readonly SchemaOptions Checking = new() { CheckSchema = true };

    [Theory]
    [InlineData("""{"$ref":"#"}""", "1:9")]
    [InlineData("""{"allOf":[{"title":"a"},{"$ref":"#"}]}""", "1:33")]
    [InlineData(
        """{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"anyOf":[{"$ref":"#/$defs/a"}]}}}""",
        "1:77"
    )]
    [InlineData("""{"not":{"$ref":"#"}}""", "1:16")]
    [InlineData("""{"$schema":"https://json-schema.org/draft/2019-09/schema","$recursiveRef":"#"}""", "1:75")]
    public void A_circle_of_references_is_a_problem_of_the_schema(string schema, string place)
    {
        var problem = Assert.Single(Compile(schema).Problems);
        Assert.Equal("schema.endless-reference", problem.Message.Code);
        Assert.Equal(place, $"{problem.Schema.Position.Line}:{problem.Schema.Position.Column}");
    }

    [Theory]
    [InlineData("""{"properties":{"a":{"$ref":"#"}}}""")]
    [InlineData("""{"items":{"$ref":"#"},"additionalProperties":{"allOf":[{"$ref":"#"}]}}""")]
    [InlineData("""{"if":{"type":"array"},"then":{"items":{"$ref":"#"}}}""")]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/a"},{"$ref":"#/$defs/a"}],"$defs":{"a":{"type":"object"}}}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"items":{"$ref":"#"}}]}""")]
    public void A_reference_that_goes_on_to_a_part_of_the_value_is_not(string schema) =>
        Assert.Empty(Compile(schema).Problems);

    [Fact]
    public void A_chain_of_references_may_be_long()
    {
        var definitions = Enumerable
            .Range(0, 20_000)
            .Select(i =>
                $$"""
                    "d{{i}}": { "$ref": "#/$defs/d{{i + 1}}" }
                    """
            );
        var schema = $$"""{"$ref":"#/$defs/d0","$defs":{ {{string.Join(",", definitions)}},"d20000":{} } }""";
        Assert.Empty(Compile(schema).Problems);
    }

    [Theory]
    [InlineData("""{"$defs":{"a":{"$id":"http://x/1","type":"string"},"b":{"$id":"http://x/1"}}}""")]
    [InlineData("""{"$defs":{"a":{"$anchor":"q","type":"string"},"b":{"$anchor":"q"}}}""")]
    public void A_name_that_two_schemas_have_is_told(string schema) =>
        Assert.Equal("schema.duplicate-name", Assert.Single(Compile(schema).Problems).Message.Code);

    [Fact]
    public void One_schema_written_twice_under_its_name_is_not() =>
        Assert.Empty(
            Compile(
                """{"$defs":{"a":{"$id":"http://x/1","type":"string"},"b":{"$id":"http://x/1","type":"string"}}}"""
            ).Problems
        );

    [Theory]
    [InlineData("""{"items":[{"type":"integer"}],"definitions":{"z":{}}}""", false)]
    [InlineData("""{"items":[{"type":"integer"}],"minLength":"5"}""", true)]
    public void A_resource_in_another_draft_is_checked_by_its_own_meta_schema(string inner, bool isWrong)
    {
        var draft7 = inner[1..];
        var schema = $$"""
            {
              "$ref": "http://x/q",
              "$defs": { "q": { "$id": "http://x/q", "$schema": "http://json-schema.org/draft-07/schema#", {{draft7}} }
            }
            """;
        Assert.Equal(isWrong ? ["schema.invalid"] : [], Compile(schema).Problems.Select(p => p.Message.Code));
    }

    [Theory]
    [InlineData("""{"type":"strng"}""", "Write `string`")]
    [InlineData("""{"type":"int"}""", "Write `integer`")]
    [InlineData("""{"type":["String","null"]}""", "Write `string`")]
    [InlineData("""{"type":"date"}""", "`date` as `format`")]
    [InlineData("""{"type":"any"}""", "array, boolean, integer, null, number, object, string")]
    [InlineData("""{"type":null}""", "\"null\" in quotes")]
    [InlineData("""{"type":[]}""", "array, boolean, integer, null, number, object, string")]
    [InlineData("""{"properties":{"a":{},"required":["a"]}}""", "beside `properties`")]
    [InlineData("""{"properties":{"type":"object"}}""", "beside `properties`")]
    [InlineData("""{"items":[{"type":"string"}]}""", "`prefixItems`")]
    [InlineData("""{"required":true}""", "beside `properties`")]
    [InlineData("""{"required":"a"}""", "Write [\"a\"]")]
    [InlineData("""{"minimum":3,"exclusiveMinimum":true}""", "\"exclusiveMinimum\": 3")]
    [InlineData(
        """{"$schema":"http://json-schema.org/draft-04/schema#","maximum":3,"exclusiveMaximum":9}""",
        "\"maximum\": 9, \"exclusiveMaximum\": true"
    )]
    [InlineData("""{"properties":{"a":5}}""", "true or false")]
    [InlineData("""{"$schema":"http://json-schema.org/draft-04/schema#","enum":[]}""", "at least one value")]
    [InlineData("""{"pattern":"("}""", "close every bracket")]
    public void A_wrong_schema_comes_with_what_to_write(string schema, string remedy)
    {
        var told = Compile(schema).Problems.Select(p => p.Message.Remedy(MessageLanguage.English));
        Assert.Contains(told, r => r!.Contains(remedy, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("additionalProperty", "additionalProperties")]
    [InlineData("AdditionalProperties", "additionalProperties")]
    [InlineData("additionalProps", "additionalProperties")]
    [InlineData("maxLen", "maxLength")]
    [InlineData("min", "minimum")]
    [InlineData("regex", "pattern")]
    [InlineData("nullable", "\"null\"")]
    [InlineData("enums", "enum")]
    public void A_keyword_that_is_nearly_or_elsewhere_one_is_a_warning(string keyword, string meant)
    {
        var warning = Assert.Single(Compile($$"""{"{{keyword}}":1}""").Warnings);
        Assert.Equal("schema.unknown-keyword", warning.Message.Code);
        Assert.Contains(meant, warning.Message.Remedy(MessageLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdownDescription")]
    [InlineData("x-nullable")]
    [InlineData("order")]
    [InlineData("units")]
    [InlineData("minister")]
    public void A_keyword_of_ones_own_is_not(string keyword) =>
        Assert.Empty(Compile($$"""{"{{keyword}}":1}""").Warnings);

    [Theory]
    [InlineData("""{"$ref":"#/$defs/adress","$defs":{"address":{}}}""", "Did you mean `address`?")]
    [InlineData("""{"$ref":"#/$defs/zz","$defs":{"address":{},"name":{}}}""", "It has address, name")]
    [InlineData("""{"$ref":"#plce","$defs":{"a":{"$anchor":"place"}}}""", "Did you mean `place`?")]
    [InlineData("""{"$ref":"#/title","title":"a"}""", "Refer to an object or a boolean")]
    public void A_reference_into_a_document_that_is_there_says_what_it_has(string schema, string remedy)
    {
        var problem = Assert.Single(Compile(schema).Problems);
        Assert.False(problem.IsUnknownReference);
        Assert.Contains(remedy, problem.Message.Remedy(MessageLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_not_known_is_named_by_its_uri()
    {
        var problem = Assert.Single(Compile("""{"$id":"http://x/a/b","$ref":"c.json#/d"}""").Problems);
        Assert.True(problem.IsUnknownReference);
        Assert.Equal("http://x/a/c.json", problem.MissingUri);
    }

    [Fact]
    public void The_documents_of_a_schema_are_those_that_it_refers_to()
    {
        var registry = new SchemaRegistry();
        var (used, idle) = (JsonText.Read("{}"), JsonText.Read("{}"));
        registry.Register("http://x/used", used);
        registry.Register("http://x/idle", idle);
        var schema = JsonText.Read("""{"$ref":"http://x/used"}""");
        var compilation = JsonSchema.Compile(schema, new SchemaOptions { Registry = registry });
        Assert.Equal([schema, used], compilation.Documents);
    }

    private static SchemaCompilation Compile(string schema) => JsonSchema.Compile(JsonText.Read(schema), Checking);
}
