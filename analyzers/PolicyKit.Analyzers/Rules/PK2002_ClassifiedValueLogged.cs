namespace PolicyKit.Analyzers.Rules;

public sealed class PK2002_ClassifiedValueLogged() : ClassifiedFlowRule("PK2002", FlowSink.Log);
