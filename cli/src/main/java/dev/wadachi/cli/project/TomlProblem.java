package dev.wadachi.cli.project;

/// What is wrong with a line of a `wadachi.toml`.
///
/// @param line its number, from 1
/// @param text what, and what to write instead
record TomlProblem(int line, String text) {

    @Override
    public String toString() {
        return "line " + line + ": " + text;
    }
}
