using System.Security.Cryptography;
using System.Text;

namespace SewerageBilling.Services;

public static class AccountPasswords
{
    public static string Digest(string password) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(password)));
}
