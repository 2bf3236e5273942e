using System.Diagnostics;
using System.Security.Cryptography;
using PolicyKit.Packs;
using PolicyKit.Reading;

// Reads the files of a pack the first time in this process, as the compiler does when it loads the analyzer. The arguments are the files.
var texts = args.Select(file => (File: file, Text: File.ReadAllText(file))).ToArray();

// The compiler has computed hashes before (of its sources), so loading what computes them is not the pack's.
SHA256.HashData([1]);
var watch = Stopwatch.StartNew();
var pack = PolicyPack.Load(texts.Select(t => SourceDocument.FromText(t.File, t.Text)));
Console.WriteLine($"{watch.Elapsed.TotalMilliseconds:0.0}");
return pack is { IsComplete: true, Problems.Count: 0 } ? 0 : 1;
