using System.Globalization;

namespace PolicyKit.Standards;

/// <summary>
/// What a name of cryptography was probably meant to be: the words that it is made of, each with at most a slip or two —
/// letters or digits swapped, wrong, missing, doubled, or cut off. Among names an unknown one is a slip, digits and all:
/// <c>SHA-255</c> is no other hash than <c>SHA-256</c>.
/// </summary>
internal sealed class CryptographyGuess(IReadOnlyList<CryptographyWord> words, ValueList<int> lengths)
{
    // Longer texts are sentences and no names: they are not searched.
    private const int Longest = 40;

    // Of a name two slips are forgiven, and what was cut off counts as one.
    private const int Forgiven = 2;

    // Of two readings with as many slips the one that needs fewer algorithms.
    private const int OfAlgorithm = 15_000;

    // Of the ways to read what begins at a place so many are kept.
    private const int Kept = 6;

    // A word of so many letters is another word with another first letter.
    private const int Short = 5;

    // A word that was cut off still has this many letters.
    private const int LeastOfCut = 4;

    /// <summary>The names that could have been meant, the nearest first.</summary>
    /// <param name="compact">The name as it was written, without marks.</param>
    public IEnumerable<string> Of(string compact)
    {
        if (compact.Length is < 2 or > Longest)
            return [];
        var with = compact.IndexOf("WITH", StringComparison.Ordinal);
        if (with < 0)
            return Best(compact).Where(g => g.Slips > 0).Select(g => g.Name);
        return from one in Best(compact.Substring(0, with)).Take(1)
            from other in Best(compact.Substring(with + 4)).Take(1)
            select $"{one.Name} with {other.Name}";
    }

    // From the end to the beginning: the best ways to read what begins at each place.
    private IReadOnlyList<Reading> Best(string text)
    {
        var best = new List<Reading>[text.Length + 1];
        best[text.Length] = [new Reading("", 0, false, 0)];
        for (var at = text.Length - 1; at >= 0; at--)
            best[at] =
            [
                .. Pieces(text, at)
                    .SelectMany(p => best[p.End].Select(rest => p.Before(rest)))
                    .Where(r => r.Slips <= Forgiven)
                    .OrderBy(r => r.Slips)
                    .ThenBy(r => r.Doubt)
                    .Take(Kept),
            ];
        return [.. best[0].Where(r => r.HasAlgorithm).OrderBy(r => r.Slips).ThenBy(r => r.Doubt)];
    }

    private IEnumerable<Piece> Pieces(string text, int at)
    {
        foreach (var word in words)
        {
            var allowed = Allowed(word.Text);
            var least = Math.Max(1, word.Text.Length - allowed);
            for (var length = least; length <= word.Text.Length + allowed && at + length <= text.Length; length++)
            {
                var piece = text.Substring(at, length);
                if (MayBe(piece, word.Text, allowed) && SlipsOf(piece, word.Text) is var slips && slips <= allowed)
                    yield return Of(word, piece, at + length, slips);
            }

            // Cut off at the end, and most often where the number would follow.
            var rest = text.Substring(at);
            if (
                rest.Length >= LeastOfCut
                && rest.Length < word.Text.Length
                && word.Text.StartsWith(rest, StringComparison.Ordinal)
            )
                yield return Of(word, rest, text.Length, 1);
        }

        var end = at;
        while (end < text.Length && char.IsDigit(text[end]))
            end++;
        if (end > at && (at == 0 || !char.IsDigit(text[at - 1])))
            foreach (var length in lengths)
            {
                var written = length.ToString(CultureInfo.InvariantCulture);
                var slips = SlipsOf(text.Substring(at, end - at), written);
                if (slips <= 1)
                    yield return new Piece(written, end, slips, IsAlgorithm: false, 0);
            }
    }

    private static Piece Of(CryptographyWord word, string piece, int end, int slips)
    {
        var doubt = word.Algorithm is null ? 0 : OfAlgorithm;
        if (slips > 0)
            doubt += DoubtOf(word, piece);
        return new Piece(word.IsFiller ? "" : word.Name, end, slips, word.Algorithm is not null, doubt);
    }

    // Of two names equally near: the one that may be used, that begins alike, has the same letters, and whose number is
    // nearer.
    private static int DoubtOf(CryptographyWord word, string piece)
    {
        var doubt = Math.Min(9_999, Math.Abs(NumberIn(word.Text) - NumberIn(piece)));
        if (word.Text.Length != piece.Length || word.Text.Any(c => piece.IndexOf(c) < 0))
            doubt += 10_000;
        if (word.Text[0] != piece[0] && word.Text[0] != piece[piece.Length > 1 ? 1 : 0])
            doubt += 20_000;
        return word.Algorithm is { Status: not AlgorithmStatus.Recommended } ? doubt + 40_000 : doubt;
    }

    private static int NumberIn(string text) =>
        text.Where(char.IsDigit).Take(8).Aggregate(0, (number, digit) => (number * 10) + (digit - '0'));

    // What has too many other letters is not compared; and few mistake the first letter, but by swapping it, and of a long
    // word by leaving it out: IDEA is not TDEA, and DES is not 3DES.
    private static bool MayBe(string piece, string word, int allowed) =>
        BeginsAlike(piece, word)
        && piece.Count(c => word.IndexOf(c) < 0) <= allowed
        && word.Count(c => piece.IndexOf(c) < 0) <= allowed;

    private static bool BeginsAlike(string piece, string word)
    {
        if (piece[0] == word[0] || word.Length > 2 * Short)
            return true;
        if (piece.Length < 2 || word.Length < 2)
            return false;
        var (isSecond, isFirst) = (piece[0] == word[1], piece[1] == word[0]);
        return (isSecond && isFirst) || ((isSecond || isFirst) && word.Length > Short);
    }

    private static int Allowed(string word) =>
        word.Length switch
        {
            < 3 => 0,
            < 8 => 1,
            _ => Forgiven,
        };

    private static int SlipsOf(string text, string word) => text == word ? 0 : Messages.Nearest.Distance(text, word);

    private sealed record Piece(string Name, int End, int Slips, bool IsAlgorithm, int Doubt)
    {
        public Reading Before(Reading rest) =>
            new(
                Name.Length == 0 || rest.Name.Length == 0 ? Name + rest.Name : Name + "-" + rest.Name,
                Slips + rest.Slips,
                IsAlgorithm || rest.HasAlgorithm,
                Doubt + rest.Doubt
            );
    }

    private sealed record Reading(string Name, int Slips, bool HasAlgorithm, int Doubt);
}
