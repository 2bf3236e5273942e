namespace PolicyKit.Analyzers.Rules;

public sealed class PK2003_ClassifiedValueInException() : ClassifiedFlowRule("PK2003", FlowSink.Exception);
