using System.Security.Cryptography;

namespace SewerageBilling.Services;

/// <summary>収納代行会社へ送るファイルの要約。</summary>
public static class CollectionSigner
{
    public static byte[] Digest(byte[] file) => MD5.HashData(file);

    public static RSA NewKey() => RSA.Create(1024);
}
