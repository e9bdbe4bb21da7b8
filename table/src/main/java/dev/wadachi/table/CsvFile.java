package dev.wadachi.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// A CSV file, and where its text is in UTF-8, which is all that DuckDB reads.
///
/// @param named the file as it was given, for messages
/// @param text the file itself, or a copy
record CsvFile(Path named, Path text) {

    /// @throws TableException if there is no such file, or it is not in its encoding
    static CsvFile of(Path file, Charset charset) {
        Paths.mustExist(file);
        if (file.toFile().length() == 0) {
            throw new TableException("the CSV file " + file + " is empty: not even the names of columns are there");
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            return new CsvFile(file, file);
        }
        Path copy = DuckDb.shared().newFile(".csv");
        try (Reader in = reader(file, charset);
                Writer out = Files.newBufferedWriter(copy)) {
            in.transferTo(out);
        } catch (CharacterCodingException e) {
            throw new TableException(
                    "the CSV file " + file + " is not in " + charset
                            + "\n  say what it is in: CsvOptions.sniffed().charset(…)",
                    e);
        } catch (IOException e) {
            throw new TableException("the CSV file " + file + " cannot be read\n  " + e, e);
        }
        return new CsvFile(file, copy);
    }

    private static BufferedReader reader(Path file, Charset charset) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /// @throws TableException if its text is not UTF-8: it names the line
    void refuseOtherEncoding() {
        long line = 1;
        try (BufferedReader lines = reader(text, StandardCharsets.UTF_8)) {
            while (lines.readLine() != null) {
                line++;
            }
        } catch (CharacterCodingException e) {
            throw new TableException(
                    this + " is not in UTF-8, from line " + Preview.grouped(line) + " on at the latest"
                            + "\n  say what it is in: CsvOptions.sniffed().charset(Charset.forName(\"windows-31j\"))",
                    e);
        } catch (IOException unreadable) {
            // What is wrong with it is told by whoever reads it.
        }
    }

    /// Lines of it; none if it cannot be read.
    ///
    /// @param above so many are passed over
    /// @param most no more than these
    List<String> lines(int above, int most) {
        try (BufferedReader lines = reader(text, StandardCharsets.UTF_8)) {
            return lines.lines().skip(above).limit(most).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /// The line below so many others; empty if there is none that can be read.
    String line(int above) {
        return lines(above, 1).stream().findFirst().orElse("");
    }

    /// The file as SQL names it.
    String literal() {
        return Names.literal(text);
    }

    @Override
    public String toString() {
        return "the CSV file " + named;
    }
}
