namespace PolicyKit.Instruments.Comparison;

/// <summary>What became of a provision. Several may be true of one.</summary>
internal enum ChangeKind
{
    /// <summary>新設.</summary>
    Added,

    /// <summary>削除.</summary>
    Deleted,

    /// <summary>Other words, in the heading, the text or the rows.</summary>
    Reworded,

    /// <summary>The same words in other characters: full width, white space, 及び or および.</summary>
    Notation,

    /// <summary>Another number (繰上げ, 繰下げ).</summary>
    Renumbered,

    /// <summary>Another place: beneath another provision, or in another order.</summary>
    Moved,
}
