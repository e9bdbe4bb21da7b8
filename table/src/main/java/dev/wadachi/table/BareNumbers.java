package dev.wadachi.table;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts quotes around `NaN`, `Infinity` and `-Infinity`, which DuckDB writes bare: JSON has no such numbers.
///
/// It goes over the bytes once. SQL could do the same for columns of numbers, and not for numbers in lists and structs.
final class BareNumbers {

    private static final int BUFFER = 1 << 16;

    /// Where in the JSON the last byte was.
    private enum Place {
        BETWEEN,
        /// Behind a minus that is not written yet, as it may belong between the quotes.
        BEHIND_MINUS,
        IN_WORD,
        IN_TEXT,
        BEHIND_BACKSLASH
    }

    private final OutputStream out;
    private Place place = Place.BETWEEN;

    private BareNumbers(OutputStream out) {
        this.out = out;
    }

    /// Mends a file.
    ///
    /// @throws TableException if it cannot be written
    static void quote(Path file) {
        Path quoted = file.resolveSibling(file.getFileName() + ".quoted");
        try {
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(quoted), BUFFER)) {
                BareNumbers numbers = new BareNumbers(out);
                byte[] buffer = new byte[BUFFER];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    for (int i = 0; i < count; i++) {
                        numbers.take(buffer[i]);
                    }
                }
            }
            Files.move(quoted, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TableException("the table could not be written as JSON: " + e.getMessage(), e);
        } finally {
            discard(quoted);
        }
    }

    /// JSON that is a text.
    static String quoted(String json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            BareNumbers numbers = new BareNumbers(out);
            for (byte next : json.getBytes(StandardCharsets.UTF_8)) {
                numbers.take(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all bytes", e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new TableException("what was left of " + file + " could not be removed: " + e.getMessage(), e);
        }
    }

    private void take(byte next) throws IOException {
        place = switch (place) {
            case BETWEEN -> between(next);
            case BEHIND_MINUS -> {
                out.write(
                        next == 'I'
                                ? "\"-".getBytes(StandardCharsets.US_ASCII)
                                : "-".getBytes(StandardCharsets.US_ASCII));
                out.write(next);
                yield next == 'I' ? Place.IN_WORD : Place.BETWEEN;
            }
            case IN_WORD -> {
                if (!Character.isLetter(next)) {
                    out.write('"');
                }
                out.write(next);
                yield Character.isLetter(next) ? Place.IN_WORD : Place.BETWEEN;
            }
            case IN_TEXT -> {
                out.write(next);
                yield next == '"' ? Place.BETWEEN : next == '\\' ? Place.BEHIND_BACKSLASH : Place.IN_TEXT;
            }
            case BEHIND_BACKSLASH -> {
                out.write(next);
                yield Place.IN_TEXT;
            }
        };
    }

    private Place between(byte next) throws IOException {
        if (next == '-') {
            return Place.BEHIND_MINUS;
        }
        boolean isBare = next == 'N' || next == 'I';
        if (isBare) {
            out.write('"');
        }
        out.write(next);
        return isBare ? Place.IN_WORD : next == '"' ? Place.IN_TEXT : Place.BETWEEN;
    }
}
