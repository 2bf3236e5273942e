namespace PolicyKit.Bypass.Tests;

/// <summary>Vectors that are no project of a solution: each has a test of its own.</summary>
internal static class OtherVectors
{
    public static IReadOnlyList<(string What, string State, string Test)> All { get; } =
    [
        (
            "a log of a build in which a project was up to date",
            "NotJudged",
            "LogTests.A_log_that_does_not_show_these_sources_compiled_says_why"
        ),
        (
            "a log of a build that failed",
            "NotJudged",
            "LogTests.A_log_that_does_not_show_these_sources_compiled_says_why"
        ),
        (
            "a log that breaks off before the build ends",
            "NotJudged",
            "LogTests.A_log_that_breaks_off_ends_with_3_unless_it_had_told_of_the_whole_build"
        ),
        (
            "sources that changed on the way to another machine",
            "NotJudged",
            "MovedLogTests.A_source_that_was_changed_on_the_way_is_named"
        ),
        (
            "a log from another machine",
            "looked at with --path-map",
            "MovedLogTests.Sources_that_moved_are_those_that_were_compiled"
        ),
        (
            "sources of no project",
            "NotJudged",
            "UncompiledSourcesTests.What_was_not_compiled_is_named_and_what_nobody_explains_weighs"
        ),
        (
            "projects in folders called packages or bin",
            "NotJudged",
            "UncompiledSourcesTests.What_was_not_compiled_is_named_and_what_nobody_explains_weighs"
        ),
        (
            "a configuration that only the solution names",
            "Listed",
            "UncompiledSourcesTests.What_was_not_compiled_is_named_and_what_nobody_explains_weighs"
        ),
        (
            "an assembly that is copied beside the program",
            "Listed",
            "UncompiledSourcesTests.What_was_not_compiled_is_named_and_what_nobody_explains_weighs"
        ),
        (
            "a folder that cannot be opened",
            "NotJudged",
            "UncompiledSourcesTests.A_folder_that_cannot_be_opened_is_known_by_name"
        ),
        (
            "targets and analyzers off together",
            "#error",
            "SwitchedOffGuardTests.Writes_an_error_where_the_targets_of_the_package_are_off"
        ),
        ("a pipe or device in the place of a file", "NotJudged", "PipeTests.A_log_that_is_a_pipe_is_not_waited_for"),
    ];
}
