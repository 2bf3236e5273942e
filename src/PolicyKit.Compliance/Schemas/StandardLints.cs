using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;
using PolicyKit.Reading;
using PolicyKit.Standards;

namespace PolicyKit.Compliance;

/// <summary>
/// What can be wrong with a standard beyond its shape and its references: the finer questions, which a compilation does
/// not wait for.
/// </summary>
public static class StandardLints
{
    private static readonly Lazy<JsonSchema> MetaSchema = new(() =>
        JsonSchema.Compile(JsonText.Read("""{ "$ref": "https://json-schema.org/draft/2020-12/schema" }""")).Require()
    );

    /// <summary>
    /// Judges one standard by itself: the schemas of its checks, and roles that one person holds without a reason.
    /// </summary>
    public static ValueList<Problem> Check(ReadResult<SecurityStandard> standard)
    {
        if (standard is null)
            throw new ArgumentNullException(nameof(standard));
        if (standard.Value is not { } value)
            return ValueList<Problem>.Empty;
        var problems = new List<Problem>();
        for (var i = 0; i < value.Controls.Count; i++)
            Fragments(value.Controls[i].Checks, $"/controls/{i}/checks", value, standard.Source, problems);
        for (var i = 0; i < value.Imports.Count; i++)
        for (var k = 0; k < value.Imports[i].Tighten.Count; k++)
            Fragments(
                value.Imports[i].Tighten[k].Checks,
                $"/imports/{i}/tighten/{k}/checks",
                value,
                standard.Source,
                problems
            );
        Doublings(value, standard.Source, problems);
        return ReadContext.InOrder(problems);
    }

    private static void Fragments(
        ValueList<Check> checks,
        string at,
        SecurityStandard standard,
        SourceDocument source,
        List<Problem> problems
    )
    {
        for (var i = 0; i < checks.Count; i++)
        {
            if (checks[i] is not DeclarationCheck { Schema: { } schema })
                continue;
            var isKnown = true;
            var text = schema.With(v =>
            {
                if (ParameterJson.NameIn(v) is not { } name)
                    return null;
                if (ParameterId.TryParse(name, out var id) && standard.Find(id) is { } parameter)
                    return ParameterJson.Of(parameter.Value);
                // An imported parameter is judged when it is known.
                isKnown = false;
                return "1";
            });
            if (JsonSchema.Compile(text).Problems is [var wrong, ..])
                Report(wrong.Message, wrong.Schema.Pointer);
            else if (isKnown && MetaSchema.Value.Validate(text.Root) is { Count: > 0 } errors)
                Report(errors[0].Message, errors[0].Instance.Pointer);

            void Report(LocalizedMessage message, string pointer) =>
                problems.Add(
                    new Problem(
                        ComplianceMessages.Catalog.Message("standard.bad-fragment", message),
                        Severity.Error,
                        source.LocationOf($"{at}/{i}/schema{pointer}")
                    )
                );
        }
    }

    private static void Doublings(SecurityStandard standard, SourceDocument source, List<Problem> problems)
    {
        for (var i = 0; i < standard.Roles.Count; i++)
        for (var k = 0; k < i; k++)
        {
            var (one, other) = (standard.Roles[k], standard.Roles[i]);
            if (
                one.Holder is null
                || one.Holder != other.Holder
                || standard.RoleDoublings.Any(d => d.Roles.Contains(one.Id) && d.Roles.Contains(other.Id))
            )
                continue;
            problems.Add(
                new Problem(
                    ComplianceMessages.Catalog.Message(
                        "standard.undeclared-doubling",
                        one.Title,
                        other.Title,
                        one.Holder
                    ),
                    Severity.Error,
                    source.LocationOf($"/roles/{i}/holder")
                )
            );
        }
    }
}
