namespace PolicyKit.Json.Schemas.Keywords;

internal enum NumberRelation
{
    MultipleOf,
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
}
