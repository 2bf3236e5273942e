using PolicyKit.Policies;
using PolicyKit.Reading;
using static PolicyKit.Reading.Codecs;

namespace PolicyKit.Standards;

/// <summary>Crosswalks and what bodies state about them as JSON.</summary>
internal static class CrosswalkMaps
{
    private static readonly Codec<FrameworkId> Id = Named<FrameworkId>();

    public static Crosswalk Crosswalk(ObjectMapper m, Crosswalk? c) =>
        new()
        {
            Id = m.Required("id", c?.Id, Id),
            Aliases = m.List("aliases", c?.Aliases, Text),
            Title = m.Required("title", c?.Title, Text),
            EnglishTitle = m.Optional("titleEnglish", c?.EnglishTitle, Text),
            InForceOn = m.Optional("inForceOn", c?.InForceOn, Date),
            Items = m.RequiredList("items", c?.Items, Object<CrosswalkItem>(Item), i => i.Number),
            Exemption = m.Optional(
                "exemption",
                c?.Exemption,
                Object<CrosswalkExemption>(
                    (e, value) =>
                        new CrosswalkExemption(
                            e.RequiredList(
                                "items",
                                value?.Items,
                                Object<ExemptItem>(
                                    (i, item) =>
                                        new ExemptItem(
                                            i.Required("number", item?.Number, Text),
                                            i.RequiredList("needs", item?.Needs, Words<ExemptionNeed>())
                                        )
                                )
                            ),
                            e.Required("title", value?.Title, Text),
                            e.Optional("titleEnglish", value?.EnglishTitle, Text)
                        )
                )
            ),
            Proviso = m.List(
                "proviso",
                c?.Proviso,
                Object<CrosswalkCondition>(
                    (p, value) =>
                        new CrosswalkCondition(
                            p.Required("id", value?.Id, Id),
                            p.Required("title", value?.Title, Text),
                            p.Optional("titleEnglish", value?.EnglishTitle, Text)
                        )
                        {
                            IsEnoughAlone = p.WithDefault("alone", value?.IsEnoughAlone, false, Flag),
                        }
                ),
                p => p.Id.Value
            ),
            Scopes = m.List(
                "scopes",
                c?.Scopes,
                Object<CrosswalkScope>(
                    (s, value) =>
                        new CrosswalkScope(
                            s.Required("body", value?.Body, Text),
                            s.Required("basis", value?.Basis, Text),
                            s.Required("state", value?.State, Words<SourceState>())
                        )
                )
            ),
            Sources = m.List("sources", c?.Sources, SourceMaps.Reference),
        };

    public static CrosswalkStatement Statement(ObjectMapper m, CrosswalkStatement? s) =>
        new(
            m.Required("framework", s?.Framework, Id),
            m.Required("condition", s?.Condition, Id),
            m.Required("holds", s?.Holds, Flag),
            m.Required("reason", s?.Reason, Text),
            m.Required("approver", s?.Approver, Text)
        );

    private static CrosswalkItem Item(ObjectMapper m, CrosswalkItem? i) =>
        new()
        {
            Number = m.Required("number", i?.Number, Text),
            Title = m.Required("title", i?.Title, Text),
            EnglishTitle = m.Optional("titleEnglish", i?.EnglishTitle, Text),
            Measures = m.List("measures", i?.Measures, Words<MeasureKind>()),
            Controls = m.List("controls", i?.Controls, Named<ControlId>()),
        };
}
