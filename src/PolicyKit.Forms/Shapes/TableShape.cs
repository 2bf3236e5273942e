namespace PolicyKit.Forms.Shapes;

/// <summary>A list of objects: one row each.</summary>
internal sealed record TableShape(RecordShape Row) : FormShape;
