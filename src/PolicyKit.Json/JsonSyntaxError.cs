using PolicyKit.Messages;

namespace PolicyKit.Json;

/// <summary>Why a text is not JSON: the one place where reading stopped, and what was expected there.</summary>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Offset">The byte offset, from 0, byte order mark included.</param>
/// <param name="Position">The line and column of that offset.</param>
public sealed record JsonSyntaxError(LocalizedMessage Message, int Offset, TextPosition Position);
