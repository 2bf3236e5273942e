namespace PolicyKit.Analyzers.Rules;

public sealed class PK2008_ClassifiedValueInAddress() : ClassifiedFlowRule("PK2008", FlowSink.Address);
