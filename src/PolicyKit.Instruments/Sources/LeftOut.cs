using PolicyKit.Messages;

namespace PolicyKit.Instruments.Sources;

/// <summary>What a document holds and its lines do not: each is said once, with how often and what it was.</summary>
internal sealed class LeftOut
{
    private readonly List<string> _struck = [];
    private readonly List<string> _hidden = [];
    private readonly List<string> _pictures = [];
    private readonly List<string> _fields = [];

    public bool HasRuby { get; set; }

    public bool HasWrittenNumbers { get; set; }

    /// <summary>Whether Word's headers and footers hold text.</summary>
    public bool HasMargins { get; set; }

    public bool HasComments { get; set; }

    public bool HasFootnotes { get; set; }

    public void Struck(string text) => Add(_struck, text);

    public void Hidden(string text) => Add(_hidden, text);

    public void Picture(string text) => _pictures.Add(text);

    public void Field(string text) => _fields.Add(text);

    public IEnumerable<LocalizedMessage> Notes()
    {
        if (HasRuby)
            yield return InstrumentMessages.Catalog.Message("import.ruby");
        if (HasFootnotes)
            yield return InstrumentMessages.Catalog.Message("import.footnotes");
        if (HasMargins)
            yield return InstrumentMessages.Catalog.Message("import.margins");
        if (HasComments)
            yield return InstrumentMessages.Catalog.Message("import.comments");
        if (HasWrittenNumbers)
            yield return InstrumentMessages.Catalog.Message("import.written-numbers");
        var lists = new[]
        {
            ("import.struck", _struck),
            ("import.hidden", _hidden),
            ("import.pictures", _pictures),
            ("import.fields", _fields),
        };
        foreach (var (code, texts) in lists)
            if (texts.Count > 0)
                yield return InstrumentMessages.Catalog.Message(code, texts.Count, Shown(texts));
    }

    // What is empty hides nothing.
    private static void Add(List<string> texts, string text)
    {
        if (text.Length > 0)
            texts.Add(text);
    }

    private static string Shown(List<string> texts)
    {
        const int Longest = 60;
        var text = string.Join(" / ", texts.Where(t => t.Length > 0));
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
