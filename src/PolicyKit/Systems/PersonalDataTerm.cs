namespace PolicyKit.Systems;

/// <summary>A kind of personal data and the words that name it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Confidentiality">The class that is suggested for it.</param>
/// <param name="Words">The words: Japanese, romaji and English, lower-case and without separators.</param>
public sealed record PersonalDataTerm(string Id, Confidentiality Confidentiality, ValueList<string> Words);
