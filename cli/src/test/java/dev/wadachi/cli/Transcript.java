package dev.wadachi.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Compares what a page says that a command prints with what it does print.
///
/// Times, dates, ids and digests differ from run to run, and so does the order in which equal tasks end. A line `…`
/// stands for any lines. Ids on a page stand for those of the run at hand, also in later commands.
final class Transcript {

    private static final Pattern ID =
            Pattern.compile("(?<=\\brun )[0-9a-f]{4}\\b|^[0-9a-f]{4}(?=  )|(?<=:\\d\\d  )[0-9a-f]{4}\\b"
                    + "|\\d{8}-\\d{9}-[0-9a-f]{4}|\\b(?:\\d{4}-\\d\\d-\\d\\d-)?[0-9a-f]{12}\\b");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final String ANY_LINES = "…";

    /// Whoever runs this, and the one who does so on every page.
    private static final Pattern USER =
            Pattern.compile("\\b(?:ada|" + Pattern.quote(System.getProperty("user.name")) + ")\\b");

    private final Map<String, String> ids = new HashMap<>();

    /// The words of a command, with the ids of the run at hand.
    List<String> words(String command) {
        List<String> words = new ArrayList<>();
        for (MatchResult found : WORD.matcher(command).results().toList()) {
            String word =
                    found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
            int colon = word.indexOf(':');
            String id = colon < 0 ? word : word.substring(0, colon);
            words.add(ids.getOrDefault(id, id) + word.substring(id.length()));
        }
        return words;
    }

    /// Whether the lines printed are those of the page.
    boolean matches(List<String> page, List<String> printed) {
        List<String> expected = inOrder(page);
        List<String> actual = inOrder(printed);
        int at = 0;
        boolean skips = false;
        for (String line : expected) {
            if (line.equals(ANY_LINES)) {
                skips = true;
                continue;
            }
            while (skips && at < actual.size() && !masked(actual.get(at)).equals(masked(line))) {
                at++;
            }
            if (at == actual.size() || !masked(actual.get(at)).equals(masked(line))) {
                return false;
            }
            learn(line, actual.get(at++));
            skips = false;
        }
        return skips || at == actual.size();
    }

    /// Tasks that do not need each other end in any order.
    private static List<String> inOrder(List<String> lines) {
        List<String> ordered = new ArrayList<>(lines);
        int from = 0;
        while (from < ordered.size()) {
            int to = from;
            while (to < ordered.size() && ordered.get(to).startsWith("ran ")) {
                to++;
            }
            ordered.subList(from, to).sort(null);
            from = to + 1;
        }
        return ordered;
    }

    private void learn(String page, String printed) {
        List<String> theirs = ID.matcher(page).results().map(MatchResult::group).toList();
        List<String> ours =
                ID.matcher(printed).results().map(MatchResult::group).toList();
        for (int i = 0; i < theirs.size(); i++) {
            ids.putIfAbsent(theirs.get(i), ours.get(i));
        }
    }

    private static String masked(String line) {
        return ID.matcher(USER.matcher(line).replaceAll("USER"))
                .replaceAll("ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "WHEN")
                .replaceAll("\\b\\d+ min( \\d+ s)?|\\b\\d+(\\.\\d+)? (s|ms)\\b", "TIME")
                .replaceAll("\\bby +USER on \\S+", "by USER on HOST")
                .replaceAll("@[0-9a-f]{6,8}$", "@HASH")
                .replaceAll("^Java  .*", "JAVA")
                .replaceAll("(?<=at most )\\d+ [KMG]B", "SIZE")
                .replaceAll("(\\S) {2,}", "$1  ");
    }
}
