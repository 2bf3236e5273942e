namespace SewerageBilling.Data;

/// <summary>Residents to try the screens with.</summary>
public static class SampleResidents
{
    public static readonly string[] Phones = ["090-3718-4426", "048-736-2915"];
}
