namespace PolicyKit.Fuzz;

/// <summary>A reader that is given bad input.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Corpus">What is mutated.</param>
/// <param name="Read">Reads one input; every exception but one that the reader documents is a finding.</param>
internal sealed record Target(string Name, IReadOnlyList<byte[]> Corpus, Action<byte[]> Read);
