namespace PolicyKit.Forms.Shapes;

/// <summary>Several values in one cell, one a line.</summary>
internal sealed record ListShape(ScalarShape Item) : FormShape;
