using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Topics.Web;

/// <summary>A property that is given a value, by an assignment or as a part of a deconstruction.</summary>
/// <param name="Target">The property.</param>
/// <param name="Value">What it is given.</param>
/// <param name="Syntax">Where it is given it.</param>
internal sealed record OptionSetting(IPropertyReferenceOperation Target, IOperation Value, SyntaxNode Syntax)
{
    /// <summary>The properties that an operation sets: a.B = c, (a.B, a.C) = (d, e).</summary>
    public static IEnumerable<OptionSetting> In(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment:
                yield return new(target, assignment.Value, assignment.Syntax);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                foreach (var (part, value) in Deconstruction.PairsOf(deconstruction))
                    if (part is IPropertyReferenceOperation property)
                        yield return new(property, value, property.Syntax);
                break;
        }
    }
}
