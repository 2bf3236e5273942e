namespace PolicyKit.Instruments.Amendments;

/// <summary>A change of words.</summary>
/// <param name="Old">The words that are quoted.</param>
/// <param name="New">What they become; with <paramref name="Verb"/> 加える what is put behind them.</param>
/// <param name="Verb">改める, 加える or 削る.</param>
internal sealed record WordChange(string Old, string New, WordVerb Verb)
{
    /// <summary>The text after it.</summary>
    public string Apply(string text) => text.Replace(Old, After, StringComparison.Ordinal);

    /// <summary>What stands in the place of the quoted words then.</summary>
    public string After =>
        Verb switch
        {
            WordVerb.Add => Old + New,
            WordVerb.Delete => "",
            _ => New,
        };
}
