namespace PolicyKit.Forms.Shapes;

/// <summary>What the schema lets a value be, as far as a form has a place for it.</summary>
internal abstract record FormShape;
