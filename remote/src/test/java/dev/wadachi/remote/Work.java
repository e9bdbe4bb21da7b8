package dev.wadachi.remote;

import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Insignificant;
import dev.wadachi.task.Task;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Tasks that leave a line in a file for each time that they ran, so that nobody need be believed.
final class Work {

    private Work() {}

    private static void count(String file, String line) throws java.io.IOException {
        Files.writeString(
                Path.of(file),
                line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    record Source(int number, @Insignificant String tally) implements Task<String> {
        @Override
        public String run(Context in) throws Exception {
            count(tally, "Source " + number);
            in.log("computing " + number);
            return "number " + number;
        }
    }

    record Doubled(Task<String> source, @Insignificant String tally) implements Task<String> {
        @Override
        public String run(Context in) throws Exception {
            count(tally, "Doubled");
            String text = in.load(source);
            return text + " and " + text;
        }
    }

    /// Gives other bytes each time that it runs.
    record Restless(int number) implements Task<String> {
        @Override
        public String run(Context in) {
            return "at " + System.nanoTime();
        }
    }

    /// Many small files, of which the first few differ between versions.
    record ManyFiles(int files, int changed, int version) implements Task<Folder> {
        @Override
        public Folder run(Context in) throws Exception {
            Path folder = in.scratch().resolve("files");
            Files.createDirectories(folder);
            for (int file = 0; file < files; file++) {
                Files.writeString(
                        folder.resolve("file-" + file),
                        "content " + file + (file < changed ? " of version " + version : ""));
            }
            return new Folder(folder);
        }
    }

    /// A few megabytes that nobody can guess.
    record Large(int seed) implements Task<byte[]> {
        @Override
        public byte[] run(Context in) {
            byte[] bytes = new byte[3_000_000];
            new java.util.Random(seed).nextBytes(bytes);
            return bytes;
        }
    }

    /// As large, and dearer: it computes for half a second.
    record Dear(int seed) implements Task<byte[]> {
        @Override
        public byte[] run(Context in) {
            long end = System.nanoTime() + 500_000_000;
            byte[] bytes = new byte[3_000_000];
            while (System.nanoTime() < end) {
                new java.util.Random(seed).nextBytes(bytes);
            }
            return bytes;
        }
    }
}
