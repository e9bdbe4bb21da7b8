package dev.wadachi.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Texts that must not be kept where others read, such as the password of a database that a body logs.
///
/// @param texts the longest first, for one may hold another
record Confidential(List<String> texts) {

    private static final String MASK = "***";

    /// What is shorter would be everywhere: a port, a `yes`.
    private static final int SHORTEST = 4;

    static Confidential of(Collection<String> secrets) {
        return new Confidential(secrets.stream()
                .filter(secret -> secret.strip().length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /// The text, with `***` in place of each secret.
    String masked(String text) {
        String masked = text;
        for (String secret : texts) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    /// Not the texts.
    @Override
    public String toString() {
        return texts.size() + " secrets";
    }
}
