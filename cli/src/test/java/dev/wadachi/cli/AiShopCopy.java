package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The example of the AI shop in a folder of its own, to be run and edited.
record AiShopCopy(Path folder) {

    /// The sources and data alone, without what was built or computed from them.
    static AiShopCopy in(Path folder) {
        Path example = Page.repository().resolve("examples/ai-shop");
        for (String part : List.of("src/main", "data")) {
            copy(example, part, folder);
        }
        return new AiShopCopy(folder);
    }

    /// The same in another folder, with all that was computed.
    AiShopCopy to(Path another) {
        copy(folder, "", another);
        return new AiShopCopy(another);
    }

    /// Runs a command of words that are parted by blanks.
    Captured.Said wadachi(String command) {
        return Captured.in(folder).run(command.split(" ", -1));
    }

    /// What `why` prints, without when and where a result was computed, which is another each time.
    String why(String goals) {
        return wadachi("why " + goals).out().replaceAll(" \\(20\\d\\d-.*? s\\)", "");
    }

    /// Replaces a piece of a file, which must be there once.
    void edit(String file, String before, String after) {
        String text = read(file);
        assertThat(text).containsOnlyOnce(before);
        write(file, text.replace(before, after));
    }

    void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The line of a file, counted from one, that holds this piece.
    int line(String file, String piece) {
        List<String> lines = read(file).lines().toList();
        return 1
                + IntStream.range(0, lines.size())
                        .filter(at -> lines.get(at).contains(piece))
                        .findFirst()
                        .orElseThrow();
    }

    /// Deletes the stored value of a task's newest result, and says its digest.
    String deleteValue(String task) throws IOException {
        String digest = Json.parse(wadachi("ls " + task + " --json").out())
                .asArray()
                .elements()
                .getFirst()
                .asObject()
                .text("output");
        try (Stream<Path> blobs = Files.walk(folder.resolve(".wadachi/blobs"))) {
            Path blob = blobs.filter(path -> digest.endsWith(path.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
            Files.delete(blob);
        }
        return digest;
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, String part, Path to) {
        try (Stream<Path> files = Files.walk(from.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
