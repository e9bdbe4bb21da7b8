package dev.wadachi.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Looks for a program as a shell would, so that whoever lacks it is told where it was looked for.
///
/// @param name as it was written: `python3`, `./train.sh`, `/opt/tool/bin/tool`
/// @param folders where a name with a `/` in it may lie: the command's folder, then the project, whose
///     `.venv/bin/python` is the same name on every machine
/// @param variables what it is to see, above all `PATH`
record Program(String name, List<Path> folders, Map<String, String> variables) {

    private static final Map<String, String> INSTALL = Map.of(
            "python", "Python from https://www.python.org or with the system's packages (apt install python3)",
            "python3", "Python from https://www.python.org or with the system's packages (apt install python3)",
            "rscript", "R from https://www.r-project.org or with the system's packages (apt install r-base-core)",
            "mecab", "MeCab with the system's packages (apt install mecab mecab-ipadic-utf8, brew install mecab)",
            "sh", "a shell: Windows has one in Git for Windows",
            "bash", "a shell: Windows has one in Git for Windows");

    /// The program's file.
    Optional<Path> file() {
        try {
            return candidates().stream()
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .findFirst();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /// What is to be started: the file that was found, in place of its name.
    List<String> command(Path file, List<String> arguments) {
        List<String> command = new ArrayList<>(arguments);
        command.set(0, file.toAbsolutePath().toString());
        return command;
    }

    /// Why there is none, and what to do.
    String absence() {
        if (isPath()) {
            boolean isThere = folders.stream().anyMatch(folder -> Files.exists(folder.resolve(name)));
            return "there is no program " + name
                    + (isThere
                            ? ": the file is there, but may not be executed"
                            : "; a program of the project is declared with script(\"" + name.replaceFirst("^\\./", "")
                                    + "\")");
        }
        String install = INSTALL.getOrDefault(name.toLowerCase(Locale.ROOT), "what brings " + name);
        return "there is no program " + name + " on the PATH\n    " + String.join("\n    ", path()) + "\n  install "
                + install + ", or write the program's whole path";
    }

    private List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        if (isPath()) {
            folders.forEach(folder -> withEndings(folder.resolve(name), candidates));
        } else {
            path().forEach(place -> withEndings(Path.of(place, name), candidates));
        }
        return candidates;
    }

    private boolean isPath() {
        return name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0;
    }

    private List<String> path() {
        return Arrays.stream(variable("PATH").split(File.pathSeparator, -1))
                .filter(place -> !place.isEmpty())
                .toList();
    }

    /// On Windows, `python3` is `python3.exe`.
    private void withEndings(Path file, List<Path> candidates) {
        candidates.add(file);
        for (String ending : variable("PATHEXT").split(";", -1)) {
            if (!ending.isEmpty()) {
                candidates.add(file.resolveSibling(file.getFileName() + ending));
            }
        }
    }

    /// Windows writes `Path`.
    private String variable(String called) {
        return variables.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase(called))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
