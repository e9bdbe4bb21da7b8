package dev.wadachi.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes secrets out of a command line before it is recorded: nobody who may read a run may read a password.
public final class Secrets {

    static final String MASK = "***";

    private static final String WORD =
            "(?:pass(?:word|wd|phrase)?|secret|token|credentials?|api[-_.]?key|access[-_.]?key|private[-_.]?key|auth)";
    private static final Pattern NAME = Pattern.compile("(?i)-{0,2}(?:[\\w.-]*[-_.])?" + WORD + "(?:[-_.][\\w.-]*)?");
    private static final Pattern ASSIGNED = Pattern.compile("(?i)([\\w.-]*" + WORD + "[\\w.-]*=)[^&;,\\s)\\]]+");
    private static final Pattern IN_URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)[^/\\s@]*@");

    private Secrets() {}

    /// The words with `***` in place of values of `--password`, `token=`, `user:password@host` and the like.
    public static List<String> masked(List<String> words) {
        List<String> masked = new ArrayList<>();
        boolean value = false;
        for (String word : words) {
            masked.add(value && !word.startsWith("--") ? MASK : mask(word));
            value = NAME.matcher(word).matches() && word.startsWith("-");
        }
        return masked;
    }

    private static String mask(String word) {
        String withoutAssigned = ASSIGNED.matcher(word).replaceAll("$1" + MASK);
        return IN_URL.matcher(withoutAssigned).replaceAll("$1" + MASK + "@");
    }
}
