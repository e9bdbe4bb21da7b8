package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a jar contains, kept in a file under the digest of its table of contents.
///
/// The first line is the digest of all other lines, the second the jar's, and each further one a class that it names.
final class JarFactsFile {

    private JarFactsFile() {}

    /// Reads what was kept; empty if nothing was, or it is damaged.
    static Optional<JarFacts> read(Path file) {
        try {
            String text = Files.readString(file);
            int first = text.indexOf('\n');
            String body = text.substring(first + 1);
            if (first < 0 || !Digest.of(body).hex().equals(text.substring(0, first))) {
                return Optional.empty();
            }
            List<String> lines = body.lines().toList();
            return Optional.of(
                    new JarFacts(Digest.parse(lines.getFirst()), new TreeSet<>(lines.subList(1, lines.size()))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Keeps it, or does not: the next process reads the jar again.
    static void write(Path file, JarFacts facts) {
        List<String> lines = new ArrayList<>(List.of(facts.content().hex()));
        lines.addAll(facts.names());
        String body = String.join("\n", lines) + "\n";
        try {
            KeptFile.write(file, Digest.of(body).hex() + "\n" + body);
        } catch (IOException e) {
            // A full disk or a read-only folder: nothing is kept, and nothing is wrong.
            return;
        }
    }
}
