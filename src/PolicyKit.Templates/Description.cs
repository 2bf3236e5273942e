using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyKit.Templates;

/// <summary>The <c>template.json</c> of a template.</summary>
/// <param name="shortName">The name by which it is called.</param>
/// <param name="type"><c>project</c> or <c>item</c>.</param>
/// <param name="name">What it is, in Japanese and English.</param>
internal sealed class Description(string shortName, string type, string name)
{
    /// <summary>Where it stands in the folder of the template.</summary>
    public const string Path = ".template.config/template.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject _symbols = [];
    private readonly JsonArray _sources = [];

    /// <summary>A value that the user gives, put where the token stands.</summary>
    public Description Value(string symbol, string token, string text, string? preset = null)
    {
        _symbols[symbol] = Described(Parameter(text, preset), token);
        return this;
    }

    /// <summary>A word out of a few.</summary>
    public Description Choice(string symbol, string text, string preset, params (string Id, string Text)[] choices)
    {
        var parameter = Parameter(text, preset);
        parameter["datatype"] = "choice";
        parameter["choices"] = new JsonArray([
            .. choices.Select(c => (JsonNode)new JsonObject { ["choice"] = c.Id, ["description"] = c.Text }),
        ]);
        _symbols[symbol] = parameter;
        return this;
    }

    /// <summary>A day that the user gives, or today.</summary>
    public Description Day(string symbol, string token, string text)
    {
        _symbols[symbol] = Parameter(text, "");
        _symbols[symbol + "Today"] = Generated("now", new JsonObject { ["format"] = "yyyy-MM-dd" });
        _symbols[symbol + "Day"] = Described(
            Generated(
                "coalesce",
                new JsonObject { ["sourceVariableName"] = symbol, ["fallbackVariableName"] = symbol + "Today" }
            ),
            token
        );
        return this;
    }

    /// <summary>What follows from another value, by replacing regular expressions in it one after the other.</summary>
    public Description Derived(
        string symbol,
        string token,
        string source,
        IEnumerable<(string Pattern, string Replacement)> steps
    )
    {
        var list = steps.Select(s =>
            (JsonNode)new JsonObject { ["regex"] = s.Pattern, ["replacement"] = s.Replacement }
        );
        var parameters = new JsonObject { ["source"] = source, ["steps"] = new JsonArray([.. list]) };
        _symbols[symbol] = Described(Generated("regex", parameters), token);
        return this;
    }

    /// <summary>The token of another value is also in the names of files.</summary>
    public Description Renames(string symbol, string token)
    {
        _symbols[symbol]!["fileRename"] = token;
        return this;
    }

    /// <summary>A folder whose files are written if a condition holds, or always.</summary>
    public Description Source(string folder, string? condition = null)
    {
        var source = new JsonObject { ["source"] = "./" + folder, ["target"] = "./" };
        if (condition is not null)
            source["condition"] = condition;
        _sources.Add(source);
        return this;
    }

    public override string ToString() =>
        new JsonObject
        {
            ["author"] = "PolicyKit contributors",
            ["classifications"] = new JsonArray("PolicyKit", "情報セキュリティポリシー"),
            ["identity"] = "PolicyKit.Templates." + shortName,
            ["name"] = name,
            ["shortName"] = shortName,
            ["tags"] = new JsonObject { ["type"] = type },
            ["symbols"] = _symbols,
            ["sources"] = _sources,
        }.ToJsonString(Options) + "\n";

    private static JsonObject Parameter(string text, string? preset)
    {
        var parameter = new JsonObject
        {
            ["type"] = "parameter",
            ["datatype"] = "text",
            ["description"] = text,
        };
        if (preset is null)
            parameter["isRequired"] = true;
        else
            parameter["defaultValue"] = preset;
        return parameter;
    }

    private static JsonObject Generated(string generator, JsonObject parameters) =>
        new()
        {
            ["type"] = "generated",
            ["generator"] = generator,
            ["parameters"] = parameters,
        };

    private static JsonObject Described(JsonObject symbol, string token)
    {
        symbol["replaces"] = token;
        return symbol;
    }
}
