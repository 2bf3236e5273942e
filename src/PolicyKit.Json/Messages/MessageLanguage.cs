namespace PolicyKit.Messages;

/// <summary>The language of a message. It is always an argument, never the culture of the machine.</summary>
public enum MessageLanguage
{
    /// <summary>Japanese, the default everywhere.</summary>
    Japanese,

    /// <summary>English.</summary>
    English,
}
