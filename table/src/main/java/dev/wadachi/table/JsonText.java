package dev.wadachi.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// A file of JSON lines as bytes, without the mark that some programs of Windows begin a text with: DuckDB takes it for
/// a part of the first line.
final class JsonText {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private JsonText() {}

    /// The bytes behind the mark, unpacked.
    static InputStream open(Path file) throws IOException {
        InputStream bytes = unpacked(file);
        bytes.mark(MARK.length);
        if (!Arrays.equals(bytes.readNBytes(MARK.length), MARK)) {
            bytes.reset();
        }
        return bytes;
    }

    /// The file, or a temporary copy without the mark.
    ///
    /// @throws TableException if it cannot be read
    static Path unmarked(Path file) {
        try (InputStream bytes = unpacked(file)) {
            if (!Arrays.equals(bytes.readNBytes(MARK.length), MARK)) {
                return file;
            }
            Path copy = DuckDb.shared().newFile(".jsonl");
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new TableException("the file of JSON lines " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return new BufferedInputStream(file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes);
    }
}
