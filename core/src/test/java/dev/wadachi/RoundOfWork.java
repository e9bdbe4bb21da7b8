package dev.wadachi;

import dev.wadachi.engine.Event;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.ChildProcess;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What the processes of [KilledProcessesTest] do: rounds of a graph with values of every kind, one after the other.
final class RoundOfWork {

    static final int LANES = 8;

    private static final int LENGTH = 40;

    private RoundOfWork() {}

    record Numbers(int round, int lane) implements Task<List<Long>> {
        @Override
        public List<Long> run(Context in) {
            return LongStream.range(0, LENGTH)
                    .map(i -> round * 1_000L + lane * 10L + i)
                    .boxed()
                    .toList();
        }
    }

    record Written(Task<List<Long>> numbers) implements Task<Folder> {
        @Override
        public Folder run(Context in) throws IOException {
            Path folder = in.scratch();
            for (long number : in.load(numbers)) {
                Path file = folder.resolve("digit" + number % 10).resolve(number + ".txt");
                Files.createDirectories(folder.resolve("digit" + number % 10));
                Files.writeString(file, Long.toString(number));
            }
            return new Folder(folder);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes are what makes it a value of parts
    record Ends(String first, byte[] last) {}

    record Split(Task<Folder> written) implements Task<Ends> {
        @Override
        public Ends run(Context in) throws IOException {
            List<Long> numbers = read(in.load(written).path());
            byte[] last = Long.toString(numbers.getLast()).getBytes(StandardCharsets.UTF_8);
            return new Ends(Long.toString(numbers.getFirst()), last);
        }
    }

    record First(Task<Ends> split) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return Long.parseLong(in.load(split, Ends::first));
        }
    }

    /// Loads one of its inputs without having it as a component.
    record Sum(int round, int lane, Task<Folder> written) implements Task<Long> {
        @Override
        public Long run(Context in) throws IOException {
            long first = in.load(new First(new Split(written)));
            return first
                    + read(in.load(written).path()).stream()
                            .mapToLong(Long::longValue)
                            .sum();
        }
    }

    record Total(List<Task<Long>> sums) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return sums.stream().mapToLong(in::load).sum();
        }
    }

    static Task<Long> goal(int round) {
        List<Task<Long>> sums = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            sums.add(new Sum(round, lane, new Written(new Numbers(round, lane))));
        }
        return new Total(sums);
    }

    /// The goal's value by arithmetic: each lane's sum of n consecutive numbers from f, and f once more.
    static long expected(int round) {
        long total = 0;
        for (int lane = 0; lane < LANES; lane++) {
            long first = round * 1_000L + lane * 10L;
            total += first + LENGTH * first + LENGTH * (LENGTH - 1) / 2;
        }
        return total;
    }

    private static List<Long> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Long> numbers = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                numbers.add(Long.parseLong(Files.readString(file)));
            }
            numbers.sort(null);
            return numbers;
        }
    }

    /// Says `ran` for each body, and `round <n> <value>` after each round; goes on until there is a file `stop`.
    ///
    /// @param arguments the project and the first round
    public static void main(String[] arguments) {
        Path project = Path.of(arguments[0]);
        try (Wadachi wadachi = Wadachi.open(project)) {
            for (int round = Integer.parseInt(arguments[1]); isWanted(project); round++) {
                Report report = wadachi.run(Request.of(goal(round)).listener(RoundOfWork::say));
                System.out.println("round " + round + " " + report.value(goal(round)));
            }
        }
    }

    private static boolean isWanted(Path project) {
        return ChildProcess.isWanted() && !Files.exists(project.resolve("stop"));
    }

    private static void say(Event event) {
        if (event instanceof Event.TaskEnded(var result) && result.outcome() == Outcome.RAN) {
            System.out.println("ran");
        }
    }
}
