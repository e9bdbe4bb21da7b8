package dev.wadachi;

import dev.wadachi.engine.RunFailed;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What the process of [FullDiskTest] does: runs a goal on a disk that becomes full, makes room, and runs it again.
final class FillsDisk {

    private static final int BLOCK = 4096;

    private FillsDisk() {}

    /// Bytes that no file system packs.
    record Noise(int number, int size) implements Task<byte[]> {
        @Override
        public byte[] run(Context in) {
            byte[] bytes = new byte[size];
            new Random(number).nextBytes(bytes);
            return bytes;
        }
    }

    record Sum(List<Task<byte[]>> noises) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return noises.stream()
                    .mapToInt(noise -> Arrays.hashCode(in.load(noise)))
                    .sum();
        }
    }

    static Task<Integer> goal(int values, int size) {
        return new Sum(IntStream.range(0, values)
                .<Task<byte[]>>mapToObj(number -> new Noise(number, size))
                .toList());
    }

    /// @param arguments the project, how many values of how many bytes there are, and how many bytes of the disk to
    ///     leave, if it is to be filled
    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        Task<Integer> goal = goal(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        try (Wadachi wadachi = Wadachi.open(project)) {
            // What is kept beside the store for the next start is there before the disk is full.
            wadachi.run(goal(0, 1));
            if (arguments.length == 3) {
                run(wadachi, goal);
            } else {
                Path filler = fill(project, Long.parseLong(arguments[3]));
                run(wadachi, goal);
                Files.delete(filler);
                run(wadachi, goal);
            }
        }
    }

    private static Path fill(Path project, long left) throws IOException {
        Path filler = project.resolve("filler");
        try (var file = Files.newOutputStream(filler)) {
            while (Files.getFileStore(project).getUsableSpace() > left) {
                file.write(new byte[BLOCK]);
            }
        }
        return filler;
    }

    private static void run(Wadachi wadachi, Task<Integer> goal) {
        try {
            System.out.println("value " + wadachi.run(goal));
        } catch (RunFailed failed) {
            System.out.println("failed " + String.valueOf(failed.getMessage()).replaceAll("\\R\\s*", "; "));
        } catch (UncheckedIOException failed) {
            System.out.println("failed " + failed.getMessage() + ": " + failed.getCause());
        }
    }
}
