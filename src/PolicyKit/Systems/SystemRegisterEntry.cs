namespace PolicyKit.Systems;

/// <summary>
/// What the register of systems holds beyond the rest of the declaration (政府機関等の対策基準策定のためのガイドライン 令和7年度版 2.1.2(1)-1).
/// </summary>
/// <param name="Number">Its number in the register.</param>
/// <param name="Unit">The unit that is in charge (管理課室).</param>
/// <param name="Administrator">Who is responsible, by role; the register itself has the name.</param>
/// <param name="Lines">The kinds of lines to the outside.</param>
/// <param name="Links">The systems that it is linked with, and what passes.</param>
/// <param name="Keys">Who manages the keys of encryption.</param>
public sealed record SystemRegisterEntry(
    string Number,
    string Unit,
    string Administrator,
    string Lines,
    string Links,
    string Keys
);
