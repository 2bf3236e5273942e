using PolicyKit.Messages;

namespace PolicyKit.Forms.Shapes;

/// <summary>One value of a list: what the file holds, and what a person chooses.</summary>
internal sealed record Choice(string Value, BilingualText Title);
