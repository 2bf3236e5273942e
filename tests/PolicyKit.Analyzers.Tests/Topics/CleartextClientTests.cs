using PolicyKit.Analyzers.Tests.Engine;

namespace PolicyKit.Analyzers.Tests.Topics;

/// <summary>Clients that encrypt nothing by default, and addresses that are no connection in clear.</summary>
public sealed class CleartextClientTests
{
    private static readonly Check Rule = new("PK6206");

    public static Cases Reported { get; } =
        new()
        {
            {
                "a directory at the port without TLS",
                """
                    class C
                    {
                        object M() =>
                            [|new System.DirectoryServices.Protocols.LdapDirectoryIdentifier("ad01.city.example.jp", 389)|];
                    }

                    namespace System.DirectoryServices.Protocols
                    {
                        public class LdapDirectoryIdentifier(string server, int portNumber)
                        {
                            public string S => server + portNumber;
                        }
                    }
                    """
            },
            {
                "a binding without security",
                """
                    class C
                    {
                        object M()
                        {
                            var binding = [|new System.ServiceModel.BasicHttpBinding()|];
                            return binding;
                        }
                    }

                    namespace System.ServiceModel
                    {
                        public class BasicHttpBinding
                        {
                            public object Security { get; } = new();
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Reported))]
    public Task Reports_a_client_that_encrypts_nothing(string name) => Rule.Reports(Reported[name], Files.All);

    public static Cases Silent { get; } =
        new()
        {
            {
                "a binding whose security is set afterwards",
                """
                    class C
                    {
                        object M()
                        {
                            var binding = new System.ServiceModel.BasicHttpBinding();
                            binding.Security.ToString();
                            return binding;
                        }
                    }

                    namespace System.ServiceModel
                    {
                        public class BasicHttpBinding
                        {
                            public object Security { get; } = new();
                        }
                    }
                    """
            },
            {
                "a proxy",
                """
                    class C
                    {
                        object M() => new System.Net.WebProxy("http://proxy.city.example.jp:8080");
                    }
                    """
            },
            {
                "a directory that is asked for TLS",
                """
                    class C
                    {
                        object M(dynamic connection)
                        {
                            var id =
                                new System.DirectoryServices.Protocols.LdapDirectoryIdentifier("ad01.city.example.jp", 636);
                            return id;
                        }
                    }

                    namespace System.DirectoryServices.Protocols
                    {
                        public class LdapDirectoryIdentifier(string server, int portNumber)
                        {
                            public string S => server + portNumber;
                        }
                    }
                    """
            },
            {
                "a file transfer that asks for TLS",
                """
                    #pragma warning disable SYSLIB0014
                    using System.Net;

                    class C
                    {
                        void M()
                        {
                            var request = (FtpWebRequest)WebRequest.Create("ftp://ftp.example.jp/a.csv");
                            request.EnableSsl = true;
                        }
                    }
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Is_silent_where_a_client_encrypts_or_connects_to_nothing(string name) =>
        Rule.IsSilent(Silent[name], Files.All);
}
