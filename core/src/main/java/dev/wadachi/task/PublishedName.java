package dev.wadachi.task;

import java.util.regex.Pattern;

/// The stable name under which a team offers a result to other projects, such as `shop/forecast`.
///
/// @param team who stands for it: lower-case words of letters and digits, joined by `-`
/// @param name what it is, written alike
public record PublishedName(String team, String name) implements Comparable<PublishedName> {

    private static final int LONGEST = 60;
    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /// Refuses what is not written so; a name is a path in every store.
    public PublishedName {
        if (!isWords(team) || !isWords(name)) {
            throw refusal(team + "/" + name);
        }
    }

    /// Reads `team/name`.
    ///
    /// @throws IllegalArgumentException if the text is anything else
    public static PublishedName parse(CharSequence text) {
        String[] parts = text.toString().split("/", -1);
        if (parts.length != 2) {
            throw refusal(text.toString());
        }
        return new PublishedName(parts[0], parts[1]);
    }

    private static boolean isWords(String text) {
        return text.length() <= LONGEST && WORDS.matcher(text).matches();
    }

    private static IllegalArgumentException refusal(String text) {
        return new IllegalArgumentException("a published name is <team>/<name> in lower case, such as shop/forecast or"
                + " shop/weekly-sales, each of at most " + LONGEST + " characters, but this is '" + text + "'");
    }

    @Override
    public int compareTo(PublishedName other) {
        int byTeam = team.compareTo(other.team);
        return byTeam != 0 ? byTeam : name.compareTo(other.name);
    }

    /// `team/name`.
    @Override
    public String toString() {
        return team + "/" + name;
    }
}
