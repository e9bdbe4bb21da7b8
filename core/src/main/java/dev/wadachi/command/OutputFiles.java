package dev.wadachi.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a program was to leave: looked at, all problems told at once, and moved out.
///
/// @param declared the names of files and folders
/// @param mayBeEmpty those of them that may be empty
record OutputFiles(Set<String> declared, Set<String> mayBeEmpty) {

    private static final int SHOWN = 10;

    OutputFiles {
        declared = Set.copyOf(declared);
        mayBeEmpty = Set.copyOf(mayBeEmpty);
    }

    /// What is not as declared; empty if all is well.
    ///
    /// @param before the files that were there before the program ran
    List<String> problems(WorkFolder folder, Set<String> before) throws IOException {
        List<String> problems = new ArrayList<>();
        boolean isMissing = false;
        for (String name : new TreeSet<>(declared)) {
            Path file = folder.path().resolve(name);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(name + " is not there");
                isMissing = true;
            } else if (!isWithin(file, folder.path())) {
                problems.add(name + " is or lies behind a link; leave the file itself");
            } else {
                problems.addAll(problems(name, file));
            }
        }
        if (isMissing) {
            problems.add(instead(folder, before));
        }
        return problems;
    }

    /// The file itself lies where its name says, whatever the program made of the folders above it.
    private static boolean isWithin(Path file, Path folder) throws IOException {
        return !Files.isSymbolicLink(file)
                && file.toRealPath().equals(folder.toRealPath().resolve(folder.relativize(file)));
    }

    private List<String> problems(String name, Path file) throws IOException {
        List<String> problems = new ArrayList<>();
        boolean isEmpty = true;
        try (Stream<Path> all = Files.walk(file)) {
            for (Path each : all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                if (!Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                    String step = file.relativize(each).toString();
                    problems.add((step.isEmpty() ? name : name + "/" + step)
                            + " is a link, a pipe or a device; leave a file");
                } else {
                    isEmpty &= !Files.isDirectory(file) && Files.size(each) == 0;
                }
            }
        }
        if (isEmpty && problems.isEmpty() && !mayBeEmpty.contains(name)) {
            problems.add(name + " is empty; if it may be, declare output(\"" + name + "\", Emptiness.ALLOWED)");
        }
        return problems;
    }

    private static String instead(WorkFolder folder, Set<String> before) throws IOException {
        Set<String> made = new TreeSet<>(folder.names());
        made.removeAll(before);
        if (made.isEmpty()) {
            return "no file is there that was not there before";
        }
        List<String> shown = made.stream().limit(SHOWN).toList();
        return "what is there instead: " + String.join(", ", shown)
                + (made.size() > SHOWN ? " and " + (made.size() - SHOWN) + " more" : "");
    }

    /// Moves them to a folder of their own, each under its name.
    void move(Path from, Path to) throws IOException {
        for (String name : declared) {
            Path target = to.resolve(name);
            Path folder = target.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.move(from.resolve(name), target);
        }
    }
}
