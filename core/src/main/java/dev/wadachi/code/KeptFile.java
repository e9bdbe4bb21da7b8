package dev.wadachi.code;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Replaces files of a cache so that a reader sees the old one or the new one, whenever somebody is killed.
public final class KeptFile {

    private static final String UNFINISHED = ".unfinished";

    /// Nobody writes for so long; whoever began is gone.
    private static final Duration ABANDONED = Duration.ofHours(1);

    private KeptFile() {}

    /// Gives a file this text; the folder is made if it is not there.
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Gives a file these bytes, one portion after the other; the folder is made if it is not there.
    public static void write(Path file, byte[]... portions) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        sweep(folder);
        String unique = ProcessHandle.current().pid() + "-" + System.nanoTime() + UNFINISHED;
        Path beside = folder.resolve(file.getFileName() + "." + unique);
        try {
            try (OutputStream bytes = Files.newOutputStream(beside)) {
                for (byte[] portion : portions) {
                    bytes.write(portion);
                }
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void sweep(Path folder) throws IOException {
        List<Path> unfinished;
        try (Stream<Path> files = Files.list(folder)) {
            unfinished =
                    files.filter(file -> file.toString().endsWith(UNFINISHED)).toList();
        }
        Instant abandoned = Instant.now().minus(ABANDONED);
        for (Path file : unfinished) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(abandoned)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
