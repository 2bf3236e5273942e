using PolicyKit.Analyzers.Flows;
using PolicyKit.Analyzers.Tests.Engine;
using PolicyKit.Reading;
using PolicyKit.Standards;
using PolicyKit.Testing;
using Check = PolicyKit.Analyzers.Tests.Engine.Check;

namespace PolicyKit.Analyzers.Tests.Rules;

public sealed class PK2001_UnclassifiedPersonalDataTests
{
    private const string Usings = "using PolicyKit.Annotations; ";

    private static readonly Check Rule = new("PK2001");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a name in English",
                """
                    class Resident { public string [|FullName|] { get; set; } = ""; }
                    """
            },
            {
                "a name with a person before it",
                """
                    class Application { public string [|ApplicantFullName|] { get; set; } = ""; }
                    """
            },
            {
                "a day of birth",
                """
                    class Resident
                    {
                        public DateOnly [|BirthDate|] { get; set; } public DateTime? [|SpouseBirthDate|] { get; set; }
                    }
                    """
            },
            {
                "a number as a number",
                """
                    class Resident
                    {
                        public long [|MyNumber|] { get; set; } public long? [|AccountNumber|] { get; set; }
                    }
                    """
            },
            {
                "Kanji",
                """
                    class 使用者 { public string [|氏名|] { get; set; } = ""; public string [|申請者住所|] { get; set; } = ""; }
                    """
            },
            {
                "romaji",
                """
                    class Juumin
                    {
                        public string [|Shimei|] { get; set; } = ""; public string [|KojinBango|] { get; set; } = ""; public DateTime [|seinengappi|];
                    }
                    """
            },
            {
                "underscores, as in a table",
                """
                    class Row
                    {
                        public string [|full_name|] { get; set; } = ""; public string [|BIRTH_DATE|] { get; set; } = "";
                    }
                    """
            },
            {
                "words written together",
                """
                    class Row { public string [|fullname|] { get; set; } = ""; }
                    """
            },
            {
                "a positional record",
                """
                    record Applicant(int Id, string [|Shimei|]);
                    """
            },
            {
                "a positional record struct",
                """
                    readonly record struct Key(string [|MyNumber|]);
                    """
            },
            {
                "an open field",
                """
                    class Row { public string [|Shimei|] = ""; internal string [|Jusho|] = ""; }
                    """
            },
            {
                "a word that counts beside another",
                """
                    class Resident
                    {
                        public string [|FullName|] { get; set; } = ""; public string [|Address|] { get; set; } = ""; public string [|Email|] { get; set; } = "";
                    }
                    """
            },
            {
                "a form in another script",
                """
                    class Resident { public string [|FullNameKana|] { get; set; } = ""; }
                    """
            },
            {
                "a number at the end",
                """
                    class Resident { public string [|PhoneNumber2|] { get; set; } = ""; }
                    """
            },
            {
                "an object of a transfer",
                """
                    class ResidentDto { public string [|MeterNumber|] { get; init; } = ""; }
                    """
            },
            {
                "a nested type",
                """
                    class C { class Row { public string [|BirthDate|] { get; set; } = ""; } }
                    """
            },
            {
                "an attribute that classifies nothing",
                """
                    class Resident
                    {
                        [System.ComponentModel.DataAnnotations.Required] public string [|FullName|] { get; set; } = "";
                    }
                    """
            },
            {
                "a parameter of a service",
                """
                    interface IMeters { Task<long> Find([Confidentiality3C] string key); }
                    class Readings(IMeters meters)
                    {
                        public Task<long> Of(string [|meterNumber|]) => meters.Find(meterNumber);
                    }
                    """
            },
            {
                "a parameter of an interface",
                """
                    interface IResidents { Task Register(string [|fullName|], int id); }
                    class Residents : IResidents
                        { public Task Register(string fullName, int id) => Task.CompletedTask; }
                    """
            },
            {
                "a model of a form",
                """
                    class ApplicationForm { public string [|FullName|] { get; set; } = ""; }
                    """
            },
        };

    public static Cases Harmless { get; } =
        new()
        {
            {
                "a member with a class",
                """
                    class Resident { [Confidentiality3B] public string FullName { get; set; } = ""; }
                    """
            },
            {
                "a member that may be published",
                """
                    class Mayor { [Confidentiality1] public string FullName { get; set; } = ""; }
                    """
            },
            {
                "a type with a class",
                """
                    [Confidentiality3B] class Resident { public string FullName { get; set; } = ""; }
                    """
            },
            {
                "an attribute that the standard names",
                """
                    class PersonalDataAttribute : Attribute; class User { [PersonalData] public string PhoneNumber { get; set; } = ""; }
                    """
            },
            {
                "a positional record with a class",
                """
                    record Applicant(int Id, [Confidentiality3B] string Shimei);
                    """
            },
            {
                "an overridden member",
                """
                    abstract class A { [Confidentiality3B] public abstract string FullName { get; } } class B : A { public override string FullName => ""; }
                    """
            },
            {
                "a label, a length and a format",
                """
                    class Screen1
                    {
                        public string FullNameLabel { get; set; } = "";
                        public int FullNameLength { get; set; }
                        public string BirthDateFormat { get; set; } = "";
                    }
                    """
            },
            {
                "settings",
                """
                    class ScreenSettings
                    {
                        public string FullName { get; set; } = ""; public int MyNumber { get; set; }
                    }
                    """
            },
            {
                "a word that stands alone",
                """
                    class Server { public string Address { get; set; } = ""; public string Name { get; set; } = ""; }
                    """
            },
            {
                "a truth value and a kind",
                """
                    enum BirthDateKind { A } class R { public bool FullName { get; set; } public BirthDateKind BirthDate { get; set; } }
                    """
            },
            {
                "another object",
                """
                    class Name
                    {
                        public int Id { get; set; } } class R { public Name FullName { get; set; } = new(); public List<Name> BirthDate { get; } = new();
                    }
                    """
            },
            {
                "constants of columns",
                """
                    static class Columns { public const string FullName = "full_name"; }
                    """
            },
            {
                "a private field",
                """
                    class C { string fullName = ""; public int M() => fullName.Length; }
                    """
            },
            {
                "a parameter and a local",
                """
                    class C { int M(string fullName) { var birthDate = fullName; return birthDate.Length; } }
                    """
            },
            {
                "a code of an address",
                """
                    class R { public string 住所コード { get; set; } = ""; public string ShimeiCode { get; set; } = ""; }
                    """
            },
            {
                "a part of another word",
                """
                    class R { public string Fullnameless { get; set; } = ""; public string Jushogi { get; set; } = ""; }
                    """
            },
            {
                "generated code",
                """
                    [System.CodeDom.Compiler.GeneratedCode("tool", "1")] class R { public string FullName { get; set; } = ""; }
                    """
            },
            {
                "an interface",
                """
                    interface IPerson { string FullName { get; } }
                    """
            },
            {
                "a parameter with a class",
                """
                    class Readings { public Task Of([Confidentiality3C] string suisenBango) => Task.CompletedTask; }
                    """
            },
            {
                "parameters of what is not called from outside",
                """
                    class Readings
                    {
                        private void Show(string fullName) { }
                        public static string Masked(string phoneNumber) => "***";
                        public Readings(string fullName) { }
                    }
                    """
            },
            {
                "a parameter that says whether there is one",
                """
                    class Readings { public void Show(bool phoneNumber, int fullNameLength) { } }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_member_without_a_class(string name) => Rule.Reports(Usings + Reported[name], Files.All);

    [Theory]
    [MemberData(nameof(Harmless))]
    public Task Leaves_alone_what_holds_no_personal_data(string name) =>
        Rule.IsSilent(Usings + Harmless[name], Files.All);

    [Theory]
    [InlineData("ja", "`FullName` は個人の情報を表す名前ですが、分類の属性がありません")]
    [InlineData("en", "`FullName` is named like personal data but has no classification attribute")]
    public async Task Says_it_in_both_languages(string language, string message) =>
        Assert.StartsWith(
            message,
            Assert
                .Single(
                    await Rule.Of(
                        Files.All.WithProperty("PolicyKitLanguage", language),
                        "class R { public string FullName { get; set; } = \"\"; }"
                    )
                )
                .GetMessage(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "FullName LastName given_name ResidentName applicantName DateOfBirth birthdate DOB HomeAddress PHONE_NUMBER MyNumber BankAccountNumber"
    )]
    [InlineData(
        "氏名 申請者氏名 氏名カナ 世帯主名 住所 現住所 生年月日 個人番号 マイナンバー 口座番号 口座名義人 宛名番号 被保険者番号 水栓番号"
    )]
    [InlineData(
        "Shimei SHIMEI shimei_kana jusho Juusho JYUSYO SeinenGappi denwaBangou kojinBango KozaBango atenaBango SuisenBango setainushi"
    )]
    public void The_baseline_knows_names_of_persons_and_their_numbers(string names) =>
        Assert.All(names.Split(' '), name => Assert.Equal(Classifications.RankOf("3B"), Baseline.RankOf(name)));

    [Theory]
    [InlineData(
        "Id Name Title FileName TableName HostName UserName ClassName FullPath Address EmailTemplate AddressId BirthDateFormat PhoneNumberLength"
    )]
    [InlineData("使用料 調定年月 検針日 町名コード 住所区分 氏名表示 担当課 備考欄幅")]
    [InlineData("Shiyoryo ChoteiNengetsu KenshinBi JushoKubun shimeiFlag gamenMei kinoMei")]
    public void The_baseline_leaves_other_names_alone(string names) =>
        Assert.All(names.Split(' '), name => Assert.Equal(0, Baseline.RankOf(name)));

    private static PersonalNames Baseline { get; } =
        new(
            StandardSerializer
                .Read(
                    SourceDocument.ReadFile(
                        Repository.PathOf("src", "PolicyKit.Packs.MunicipalBaseline", "standard.json")
                    )
                )
                .Value!.Find(ParameterId.Parse("classification.names"))!
                .Values
        );

    [Theory]
    [InlineData("Mei", 4)]
    [InlineData("mei", 4)]
    [InlineData("MeiKana", 4)]
    [InlineData("名", 4)]
    [InlineData("KaMei", 0)]
    [InlineData("課名", 0)]
    [InlineData("NameOfCourse", 0)]
    [InlineData("CourseName", 0)]
    [InlineData("RiyoshaMei", 4)]
    [InlineData("利用者名", 4)]
    public void Knows_a_short_name_by_the_whole_of_it(string name, int rank) =>
        Assert.Equal(rank, new PersonalNames(["3B: =mei, =名, =name, riyosha mei, 利用者名"]).RankOf(name));
}
