package dev.wadachi.engine;

/// How a changed entry of a fingerprint reads.
final class EntryText {

    private static final int LONG = 40;

    /// How much is shown of what two long values begin with in common.
    private static final int LEAD = 12;

    private EntryText() {}

    static String changed(String entry, String before, String after) {
        int dot = entry.indexOf('.');
        String kind = dot < 0 ? entry : entry.substring(0, dot);
        String name = dot < 0 ? "" : entry.substring(dot + 1);
        String arrow = before.isEmpty() || after.isEmpty() ? "" : ": " + difference(before, after);
        return switch (kind) {
            case "parameter" -> "parameter " + name + deed(before, after) + arrow;
            case "stamp" -> "the source changed" + (looksLikeDigest(before) ? "" : arrow);
            case "library" -> "library " + name + deed(before, after) + arrow;
            case "module" -> "Wadachi's module " + name + module(before, after) + arrow;
            case "jdk" -> "another Java release" + arrow;
            case "codec" -> "stored in another way" + arrow;
            case "zone" -> "the time zone changed: " + or(before, "UTC") + " → " + or(after, "UTC");
            case "locale" -> "the locale changed: " + or(before, "none") + " → " + or(after, "none");
            case "charset" -> "the charset changed: " + or(before, "UTF-8") + " → " + or(after, "UTF-8");
            case "version" -> "@Version" + deed(before, after) + arrow;
            case "scheme" -> "another scheme of fingerprints" + arrow;
            case "upstream" -> "upstream " + name + deed(before, after);
            default -> entry + deed(before, after) + arrow;
        };
    }

    private static String module(String before, String after) {
        if (before.isEmpty()) {
            return " counts now";
        }
        return after.isEmpty() ? " counts no longer" : " behaves otherwise";
    }

    private static String deed(String before, String after) {
        if (before.isEmpty()) {
            return " is new";
        }
        return after.isEmpty() ? " is gone" : " changed";
    }

    /// What an entry stands for that is left out of fingerprints.
    private static String or(String value, String usual) {
        return value.isEmpty() ? usual : value;
    }

    /// Long values are shown from a little before the place where they differ, if that were cut off otherwise.
    private static String difference(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int same = 0;
        while (same < shorter && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        boolean isLong = Math.max(before.length(), after.length()) > LONG;
        if (!isLong || same <= LONG / 2 || looksLikeDigest(before) || looksLikeDigest(after)) {
            return shortened(before) + " → " + shortened(after);
        }
        return "…" + shortened(before.substring(same - LEAD)) + " → …" + shortened(after.substring(same - LEAD));
    }

    private static String shortened(String value) {
        return looksLikeDigest(value)
                ? value.substring(0, 12)
                : value.length() > LONG ? value.substring(0, LONG) + "…" : value;
    }

    private static boolean looksLikeDigest(String value) {
        return value.length() == 64 && value.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }
}
