namespace PolicyKit.Json.Schemas;

internal enum NumberRelation
{
    MultipleOf,
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
}
