namespace PolicyKit.Policies;

/// <summary>Finds the references between the provisions of one policy.</summary>
public static class ProvisionReferences
{
    /// <summary>All references, in the order of the text.</summary>
    public static ValueList<ProvisionReference> Find(SecurityPolicy policy)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        var resolver = new ReferenceResolver(policy);
        return resolver
            .Paths.Where(path => path[path.Length - 1].Provision.Text is not null)
            .SelectMany(resolver.InText)
            .ToValueList();
    }
}
