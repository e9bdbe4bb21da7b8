package dev.wadachi.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// A shell that completes words.
public enum Shell {
    BASH,
    ZSH,
    FISH;

    /// The shell of that name, such as `bash`.
    public static Optional<Shell> of(String word) {
        return Arrays.stream(values())
                .filter(shell -> shell.word().equals(word))
                .findFirst();
    }

    /// How it is called.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the shell has to read once.
    ///
    /// @param vocabulary what `wadachi` itself knows
    public String script(List<Word> vocabulary) {
        String program = resource("words.sh")
                .replace("@VOCABULARY@\n", Word.lines(vocabulary))
                .replace("'@WORDS@'", QUOTED_BY_SH.of(resource("words.awk")));
        return resource("wadachi." + word()).replace("'@PROGRAM@'", quoting().of(program));
    }

    private Quoting quoting() {
        return switch (this) {
            case BASH, ZSH -> QUOTED_BY_SH;
            case FISH -> QUOTED_BY_FISH;
        };
    }

    /// A text as one word of a shell's language.
    private interface Quoting {
        String of(String text);
    }

    private static final Quoting QUOTED_BY_SH = text -> "'" + text.replace("'", "'\\''") + "'";
    private static final Quoting QUOTED_BY_FISH =
            text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";

    private static String resource(String name) {
        try (InputStream bytes = Shell.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(bytes, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
