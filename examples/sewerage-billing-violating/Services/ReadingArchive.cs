using System.Security.Cryptography;
using PolicyKit.Annotations;

namespace SewerageBilling.Services;

/// <summary>検針データを暗号化して残す。</summary>
[Satisfies("technical.cryptografy")]
public static class ReadingArchive
{
    public static byte[] Encrypt(byte[] readings, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptEcb(readings, PaddingMode.PKCS7);
    }
}
