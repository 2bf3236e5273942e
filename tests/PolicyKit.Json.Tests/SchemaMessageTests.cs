using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;

namespace PolicyKit.Json.Tests;

/// <summary>What people read: one mistake gives one message, at its place, with what is required.</summary>
public sealed class SchemaMessageTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "5", "1:1 type: `5` は数値ですが、文字列が必要です")]
    [InlineData(
        """{"properties":{"a":{"minimum":3}}}""",
        """{"a": 2.5}""",
        "1:7 minimum: `2.5` は 3 以上でなければなりません"
    )]
    [InlineData(
        """{"required":["host"],"properties":{"host":{}},"additionalProperties":false}""",
        """{"hots": 1}""",
        "1:2 additionalProperties: 項目 `hots` はここでは使えません → `host` の書き間違いではありませんか"
    )]
    [InlineData(
        """{"enum":["outbound","inbound"]}""",
        "\"outbund\"",
        "1:1 enum: `outbund` は使えません → `outbound` の書き間違いではありませんか (使える値: `outbound`、`inbound`)"
    )]
    [InlineData(
        """{"pattern":"^\\d+$"}""",
        "\"１２\"",
        "1:1 pattern: `１２` の書き方が違います → 半角で `12` と書いてください"
    )]
    [InlineData("""{"multipleOf":0.01}""", "0.075", "1:1 multipleOf: `0.075` は 0.01 の倍数ではありません")]
    [InlineData(
        """{"uniqueItems":true}""",
        "[1, 2, 1.0]",
        "1:8 uniqueItems: `1.0` が重複しています (1番目の要素と同じ)"
    )]
    [InlineData(
        """{"unevaluatedProperties":false,"properties":{"a":{}}}""",
        """{"a":1,"b":2}""",
        "1:8 unevaluatedProperties: 項目 `b` はここでは使えません"
    )]
    [InlineData(
        """{"oneOf":[{"properties":{"kind":{"const":"a"},"n":{"type":"integer"}},"required":["kind"]},"""
            + """{"properties":{"kind":{"const":"b"}},"required":["kind"]}]}""",
        """{"kind":"a","n":"x"}""",
        "1:17 type: `x` は文字列ですが、整数が必要です (+1)"
    )]
    [InlineData(
        """{"anyOf":[{"type":"string"},{"type":"integer"}]}""",
        "null",
        "1:1 anyOf: `null` は、許された2通りの書き方のどれにも合いません"
    )]
    public void One_mistake_gives_one_message(string schema, string instance, string expected)
    {
        var compiled = JsonSchema.Compile(JsonText.Read(schema)).Require();
        var error = Assert.Single(compiled.Validate(JsonText.Read(instance).Root));
        var remedy =
            error.Message.Key.EndsWith("#nearest", StringComparison.Ordinal)
            || error.Message.Key.EndsWith("#mended", StringComparison.Ordinal)
                ? " → " + error.Message.Remedy(MessageLanguage.Japanese)
                : "";
        Assert.Equal(
            expected,
            $"{error.Instance.Position.Line}:{error.Instance.Position.Column} {error.Keyword}: "
                + $"{error.Message.Text(MessageLanguage.Japanese)}{remedy}{(error.OtherBranches > 0 ? $" (+{error.OtherBranches})" : "")}"
        );
        Assert.False(compiled.IsValid(JsonText.Read(instance).Root));
    }

    [Theory]
    [InlineData("""{"$ref":"http://example.jp/nowhere"}""", "schema.unknown-reference", 1, 9)]
    [InlineData("""{"properties":{"a":{"pattern":"("}}}""", "schema.bad-pattern", 1, 31)]
    [InlineData("""{"properties":{"a":5}}""", "schema.no-schema", 1, 20)]
    [InlineData("""{"$schema":"http://json-schema.org/draft-03/schema#"}""", "schema.unknown-dialect", 1, 12)]
    [InlineData(
        """{"$defs":{"a":{"$id":"http://example.jp/a","$schema":"http://example.jp/meta"}},"$ref":"http://example.jp/a"}""",
        "schema.unknown-dialect",
        1,
        54
    )]
    public void A_schema_that_is_wrong_is_a_located_problem(string schema, string code, int line, int column)
    {
        var compilation = JsonSchema.Compile(JsonText.Read(schema));
        Assert.False(compilation.IsValid);
        var problem = Assert.Single(compilation.Problems);
        Assert.Equal(code, problem.Message.Key);
        Assert.Equal(new TextPosition(line, column), problem.Schema.Position);
    }

    [Fact]
    public void A_vocabulary_that_is_required_and_not_known_is_a_problem_and_one_that_is_not_required_is_none()
    {
        var registry = new SchemaRegistry();
        registry.Register(
            "http://example.jp/strict",
            JsonText.Read(
                """{"$id":"http://example.jp/strict","$schema":"https://json-schema.org/draft/2020-12/schema","""
                    + """ "$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true,"http://example.jp/vocab":true}}"""
            )
        );
        registry.Register(
            "http://example.jp/lenient",
            JsonText.Read(
                """{"$id":"http://example.jp/lenient","$schema":"https://json-schema.org/draft/2020-12/schema","""
                    + """ "$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true,"http://example.jp/vocab":false}}"""
            )
        );
        var strict = JsonSchema.Compile(
            JsonText.Read("""{"$schema":"http://example.jp/strict"}"""),
            new SchemaOptions { Registry = registry }
        );
        Assert.Equal("schema.unknown-vocabulary", Assert.Single(strict.Problems).Message.Key);
        var lenient = JsonSchema.Compile(
            JsonText.Read("""{"$schema":"http://example.jp/lenient"}"""),
            new SchemaOptions { Registry = registry }
        );
        Assert.True(lenient.IsValid);
    }

    [Fact]
    public void A_schema_that_refers_to_itself_without_end_is_an_error_and_no_crash() =>
        Assert.Equal(
            "schema.endless",
            Assert
                .Single(
                    JsonSchema
                        .Compile(JsonText.Read("""{"anyOf":[{"type":"string"},{"$ref":"#"}]}"""))
                        .Require()
                        .Validate(JsonText.Read("1").Root)
                )
                .Message.Key
        );

    [Fact]
    public void A_list_of_very_many_values_is_cut_and_says_so()
    {
        var schema = $$"""{"enum":[{{string.Join(",", Enumerable.Range(0, 20_000))}}]}""";
        var error = Assert.Single(
            JsonSchema.Compile(JsonText.Read(schema)).Require().Validate(JsonText.Read("\"x\"").Root)
        );
        Assert.EndsWith("(and 19940 more)", error.Message.Remedy(MessageLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_cannot_hang_a_build()
    {
        var schema = JsonSchema.Compile(JsonText.Read("""{"pattern":"^(?=a)(a+)+$"}""")).Require();
        Assert.Equal(
            "schema.pattern-timeout",
            Assert.Single(schema.Validate(JsonText.Read($"\"{new string('a', 60)}b\"").Root)).Message.Key
        );
    }

    [Fact]
    public void Huge_exponents_cost_nothing()
    {
        var schema = JsonSchema
            .Compile(JsonText.Read("""{"multipleOf":1e-1000000,"maximum":1e1000000000}"""))
            .Require();
        Assert.True(schema.IsValid(JsonText.Read("1e999999999").Root));
        Assert.True(schema.IsValid(JsonText.Read("1").Root));
    }
}
