package dev.wadachi.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The variables that a program sees: few of this process, some that make programs say the same everywhere, and those
/// that were declared. What a user happens to have set cannot change a result unseen.
final class Surroundings {

    /// Where programs, homes, libraries and temporary files are: the same program is not found without.
    private static final List<String> PASSED_ON = List.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "TMPDIR",
            "TEMP",
            "TMP",
            "LD_LIBRARY_PATH",
            "VIRTUAL_ENV",
            "CONDA_PREFIX",
            "R_LIBS_USER",
            "JAVA_HOME",
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "WINDIR",
            "COMSPEC",
            "PATHEXT",
            "USERPROFILE",
            "USERNAME",
            "APPDATA",
            "LOCALAPPDATA",
            "PROGRAMDATA",
            "PROGRAMFILES");

    private Surroundings() {}

    /// @param own the variables of this process
    /// @param system the name of the operating system
    static SortedMap<String, String> usual(Map<String, String> own, String system) {
        SortedMap<String, String> variables = new TreeMap<>();
        own.forEach((name, value) -> {
            if (PASSED_ON.contains(name.toUpperCase(Locale.ROOT))) {
                variables.put(name, value);
            }
        });
        // macOS has no C.UTF-8.
        variables.put("LC_ALL", system.startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8");
        variables.put("TZ", "UTC");
        variables.put("PYTHONUTF8", "1");
        variables.put("PYTHONUNBUFFERED", "1");
        variables.put("PYTHONDONTWRITEBYTECODE", "1");
        // Sets and dictionaries of texts are walked in another order at each start otherwise.
        variables.put("PYTHONHASHSEED", "0");
        return variables;
    }
}
