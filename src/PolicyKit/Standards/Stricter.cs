namespace PolicyKit.Standards;

/// <summary>In which direction a parameter protects more. Of booleans false is less than true.</summary>
public enum Stricter
{
    /// <summary>A greater number.</summary>
    Higher,

    /// <summary>A smaller number.</summary>
    Lower,

    /// <summary>More items in the list.</summary>
    More,

    /// <summary>Fewer items in the list.</summary>
    Fewer,
}
