namespace PolicyKit.Json.Schemas;

/// <summary>The drafts of JSON Schema that are understood. Ordered by age.</summary>
public enum SchemaDraft
{
    /// <summary>Draft 4 (draft-zyp-json-schema-04).</summary>
    Draft4,

    /// <summary>Draft 6 (draft-wright-json-schema-01).</summary>
    Draft6,

    /// <summary>Draft 7 (draft-handrews-json-schema-01).</summary>
    Draft7,

    /// <summary>Draft 2019-09.</summary>
    Draft201909,

    /// <summary>Draft 2020-12, the default.</summary>
    Draft202012,
}
