namespace PolicyKit.Forms.Shapes;

/// <summary>An object with its members in the order of the schema.</summary>
internal sealed record RecordShape(ValueList<FormMember> Members) : FormShape;
