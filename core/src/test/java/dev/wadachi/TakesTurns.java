package dev.wadachi;

import dev.wadachi.command.Command;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.Request;
import dev.wadachi.store.ChildProcess;
import dev.wadachi.task.Context;
import dev.wadachi.task.Isolated;
import dev.wadachi.task.Needs;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// What the processes of [ProcessesTest] do: bodies that each need the only GPU of the host.
final class TakesTurns {

    private TakesTurns() {}

    /// Fails if another body holds the GPU: the file says so for as long as a body runs.
    @Needs(gpus = 1)
    record Turn(String busy, int number) implements Task<Integer> {
        @Override
        public Integer run(Context in) throws IOException {
            Path file = Path.of(busy);
            Files.createFile(file);
            Files.delete(file);
            return number;
        }
    }

    /// Holds the GPU until it is killed, or the process that started it has ended.
    @Needs(gpus = 1)
    record Forever() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            while (ChildProcess.isWanted()) {
                Thread.onSpinWait();
            }
            return 0;
        }
    }

    /// Keeps the GPU while it loads what needs it, too.
    @Needs(gpus = 1)
    record Nested(String busy) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(new Turn(busy, 1)) + 1;
        }
    }

    /// Sees what its libraries would.
    @Isolated
    @Needs(gpus = 1)
    record Apart(int number) implements Task<String> {
        @Override
        public String run(Context in) {
            return System.getenv("CUDA_VISIBLE_DEVICES") + ", is told " + in.gpus();
        }
    }

    /// Stays until it is ended, and says where.
    @Isolated
    record Stays(int number) implements Task<Integer> {
        @Override
        public Integer run(Context in) throws InterruptedException {
            in.log("process " + ProcessHandle.current().pid());
            Thread.sleep(600_000);
            return number;
        }
    }

    /// @param arguments the project, and `forever`, `stays`, `nested`, `apart` or how many turns to take, and the file
    ///     that says that one is taken
    public static void main(String[] arguments) throws Exception {
        System.setProperty("wadachi.gpus", "1");
        try (Wadachi wadachi = Wadachi.open(Files.createDirectories(Path.of(arguments[0])))) {
            if (arguments[1].equals("forever")) {
                wadachi.run(Request.of(new Forever()).listener(TakesTurns::tell));
            } else if (arguments[1].equals("stays")) {
                wadachi.run(Request.of(new Stays(1)).listener(TakesTurns::pass));
            } else if (arguments[1].equals("nested")) {
                System.out.println("nested " + wadachi.run(new Nested(arguments[2])));
            } else if (arguments[1].equals("apart")) {
                System.out.println("sees GPU " + wadachi.run(new Apart(1)));
                Command program = Command.of("sh", "-c", "echo $CUDA_VISIBLE_DEVICES > seen.txt")
                        .output("seen.txt")
                        .gpus(1);
                System.out.print("a program sees GPU " + wadachi.run(program.text("seen.txt")));
            } else {
                System.out.println("asks");
                Request turns = Request.of(IntStream.range(0, Integer.parseInt(arguments[1]))
                        .mapToObj(number -> new Turn(arguments[2], number))
                        .toList());
                wadachi.run(turns.jobs(2)).orThrow();
                System.out.println("done");
            }
        }
    }

    /// What a body itself prints goes to its log.
    private static void tell(Event event) {
        if (event instanceof Event.TaskStarted) {
            System.out.println("holds");
        }
    }

    private static void pass(Event event) {
        if (event instanceof Event.Logged(var _, String line)) {
            System.out.println(line);
        }
    }
}
