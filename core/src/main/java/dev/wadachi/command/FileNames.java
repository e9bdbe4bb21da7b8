package dev.wadachi.command;

import dev.wadachi.digest.FolderListing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Names of files in a command's folder: relative paths with `/` that mean the same on every system.
final class FileNames {

    private FileNames() {}

    /// What is wrong with a name, as the rest of a sentence that begins with it; empty if nothing is.
    static String problem(String name) {
        List<String> steps = Arrays.asList(name.split("/", -1));
        if (name.isBlank()) {
            return "is empty; name a file, such as features.csv";
        }
        if (!FolderListing.isPortable(name)) {
            return "has a ':' or a '\\' or a line end in it, which not every system takes; write steps with /";
        }
        if (steps.contains("") || steps.contains(".") || steps.contains("..")) {
            return "leads elsewhere; name a file below its folder, such as data/features.csv";
        }
        return "";
    }

    /// Whether two names cannot stand side by side: one is the other, or lies in it. Case does not count on all
    /// systems.
    static boolean clash(String one, String other) {
        String first = one.toLowerCase(Locale.ROOT);
        String second = other.toLowerCase(Locale.ROOT);
        return first.equals(second) || first.startsWith(second + "/") || second.startsWith(first + "/");
    }

    /// The letters behind the last dot of the last step; empty if there are none.
    static String ending(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot <= 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
