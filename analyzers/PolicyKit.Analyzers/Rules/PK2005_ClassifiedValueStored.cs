namespace PolicyKit.Analyzers.Rules;

public sealed class PK2005_ClassifiedValueStored() : ClassifiedFlowRule("PK2005", FlowSink.Store);
