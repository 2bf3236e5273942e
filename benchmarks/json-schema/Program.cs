using System.Diagnostics;
using System.Globalization;
using PolicyKit.Json;
using PolicyKit.Json.Schemas;
using PolicyKit.Messages;

// Times PolicyKit's engine on the documents of a folder: median nanoseconds for one validation, warm; reading and validating; and the bytes that one validation allocates.
var folder = args[0];
foreach (
    var name in Directory
        .GetDirectories(folder)
        .Select(d => Path.GetFileName(d))
        .Where(n => n != "references" && (args.Length < 2 || n == args[1]))
        .Order(StringComparer.Ordinal)
)
{
    var registry = new SchemaRegistry();
    foreach (var file in Directory.GetFiles(Path.Combine(folder, "references")))
    {
        var reference = JsonText.Read(File.ReadAllBytes(file));
        registry.Register(reference.Root.TryGetMember("$id", out var id) ? id.GetString() : file, reference);
    }

    var schema = JsonSchema
        .Compile(
            JsonText.Read(File.ReadAllBytes(Path.Combine(folder, name, "schema.json"))),
            new SchemaOptions { Registry = registry }
        )
        .Require();
    var bytes = File.ReadAllBytes(Path.Combine(folder, name, "document.json"));
    var document = JsonText.Read(bytes).Root;
    if (schema.Validate(document) is [var error, ..])
        throw new InvalidOperationException(
            $"{name}: {error.Instance.Pointer}: {error.Message.Text(MessageLanguage.English)}"
        );
    var validate = Median(() => schema.IsValid(document));
    var readAndValidate = Median(() => schema.IsValid(JsonText.Read(bytes).Root));
    var before = GC.GetAllocatedBytesForCurrentThread();
    for (var i = 0; i < 100; i++)
        schema.IsValid(document);
    var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"name":"{{name}}","bytes":{{bytes.Length}},"validate":{{validate:F0}},"read":{{readAndValidate:F0}},"allocated":{{allocated}}}"""
        )
    );
}

static double Median(Func<bool> action)
{
    // Two seconds to warm up, then batches of at least 20 ms.
    for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 2000; )
        action();
    var count = 1;
    while (Time(action, count) < 20)
        count *= 2;
    return Enumerable.Range(0, 15).Select(_ => Time(action, count) * 1e6 / count).Order().ElementAt(7);
}

static double Time(Func<bool> action, int count)
{
    var watch = Stopwatch.StartNew();
    for (var i = 0; i < count; i++)
        action();
    return watch.Elapsed.TotalMilliseconds;
}
