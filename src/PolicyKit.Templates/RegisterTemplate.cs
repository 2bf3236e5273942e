using PolicyKit.Cli.Starting;
using PolicyKit.Reading;

namespace PolicyKit.Templates;

/// <summary>An empty register, as <c>policykit init</c> writes it.</summary>
internal sealed class RegisterTemplate : ITemplate
{
    private const string Id = "policykit-template-id";

    private readonly DocumentKind _kind;
    private readonly string _name;

    private RegisterTemplate(DocumentKind kind, string name) => (_kind, _name) = (kind, name);

    public static IReadOnlyList<ITemplate> All { get; } =
    [
        new RegisterTemplate(DocumentKind.Waivers, "例外措置の台帳 / register of waivers"),
        new RegisterTemplate(DocumentKind.Evidence, "証跡の台帳 / register of evidence"),
    ];

    public string ShortName => "policykit-" + _kind.Name();

    public void Add(NewFiles files, string folder)
    {
        files.Add($"{folder}{_kind.Name()}.json", EmptyRegister.Write(_kind, Id, null));
        files.Add(
            folder + Description.Path,
            new Description(ShortName, "item", _name)
                .Value("id", Id, "IDの初め (英小文字) / what the id begins with (midori-town)")
                .ToString()
        );
    }
}
