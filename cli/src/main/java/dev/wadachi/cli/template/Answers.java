package dev.wadachi.cli.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/// What a new project has to be told.
///
/// @param name of its folder, of its artifact and of the project in the store
/// @param packageName of its sources
/// @param kind what it is about
record Answers(String name, String packageName, Kind kind) {

    /// What Maven, Docker and every file system take as a name.
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?");

    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*");
    private static final Pattern TAKEN = Pattern.compile("(?:java|javax|jdk|dev\\.wadachi)(?:\\..*)?");

    /// What is wrong with a name; nothing if it can be taken.
    static List<String> problemsOfName(String name) {
        return NAME.matcher(name).matches()
                ? List.of()
                : List.of("the name '" + name + "' is not made of small letters, digits, '-', '_' and '.', "
                        + "beginning and ending with a letter or digit; such as " + suggestedName(name));
    }

    /// What is wrong with a package; nothing if it can be taken.
    static List<String> problemsOfPackage(String name) {
        List<String> problems = new ArrayList<>();
        if (!PACKAGE.matcher(name).matches() || !SourceVersion.isName(name)) {
            problems.add("the package '" + name
                    + "' is not made of small words of Java between dots; such as com.example.demand");
        } else if (TAKEN.matcher(name).matches()) {
            problems.add("the package " + name + " belongs to somebody else; such as com.example.demand");
        }
        return problems;
    }

    /// The package where nobody says another: `com.example.myproject` for `my-project`.
    static String suggestedPackage(String name) {
        String word = name.replaceAll("[^a-z0-9]", "").replaceFirst("^[0-9]+", "");
        String suggested = "com.example." + word;
        return problemsOfPackage(suggested).isEmpty() ? suggested : "com.example.project";
    }

    private static String suggestedName(String name) {
        String small = name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        return small.isEmpty() ? "my-project" : small;
    }
}
