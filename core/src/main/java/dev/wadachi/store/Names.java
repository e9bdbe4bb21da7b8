package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/// Names of tasks as names of folders, on every file system.
///
/// Letters, digits, `_`, `-` and inner dots of ASCII stay; every other byte of the UTF-8 form becomes `%` and two
/// digits: what a process under the locale `C` cannot name, and what Windows forbids. A name longer than a folder's
/// may be is cut and ends in a digest. Two names that differ only in case may meet in one folder; the key below it
/// keeps them apart.
final class Names {

    private static final int LONGEST = 120;
    private static final Set<String> RESERVED_BY_WINDOWS = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private Names() {}

    /// The folder's name for a task's name: not empty, no separator, never `.` or `..`.
    static String escape(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A task's name must not be empty");
        }
        if (isPlain(name)) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        var escaped = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            boolean inner = i > 0 && i < bytes.length - 1;
            char c = (char) (bytes[i] & 0xff);
            boolean reserved = i == 0 && isReserved(name);
            if (!reserved && (isSafe(c) || c == '.' && inner)) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(bytes[i]));
            }
        }
        return escaped.length() <= LONGEST ? escaped.toString() : shortened(escaped.toString(), name);
    }

    /// The name that gave this folder's name, unless it was too long to be kept whole.
    ///
    /// @throws IllegalArgumentException if nothing was escaped so
    static String unescape(String folder) {
        var bytes = new ByteArrayOutputStream(folder.length());
        for (int i = 0; i < folder.length(); i++) {
            if (folder.charAt(i) != '%') {
                bytes.write(folder.charAt(i));
            } else if (i + 2 < folder.length()) {
                bytes.write(HexFormat.fromHexDigits(folder, i + 1, i + 3));
                i += 2;
            } else {
                throw new IllegalArgumentException("'" + folder + "' ends within an escape");
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String shortened(String escaped, String name) {
        return escaped.substring(0, LONGEST / 2) + "~" + Digest.of(name).shortHex();
    }

    private static boolean isPlain(String name) {
        if (name.length() > LONGEST || isReserved(name)) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isSafe(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSafe(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private static boolean isReserved(String name) {
        int dot = name.indexOf('.');
        return name.length() >= 3
                && RESERVED_BY_WINDOWS.contains((dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT));
    }
}
