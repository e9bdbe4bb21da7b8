package dev.wadachi;

import dev.wadachi.engine.Offering;
import dev.wadachi.engine.Request;
import dev.wadachi.task.Context;
import dev.wadachi.task.Name;
import dev.wadachi.task.Task;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the processes of [TwoProjectsTest] do: each a project, with a task that is called as the other's.
final class TwoProjects {

    static final int ROUNDS = 15;

    private TwoProjects() {}

    @Name("Count")
    record ShopCount(int round) implements Task<String> {
        @Override
        public String run(Context in) {
            return "shop " + round;
        }
    }

    @Name("Count")
    record DeliveryCount(int round) implements Task<String> {
        @Override
        public String run(Context in) {
            return "delivery " + round;
        }
    }

    private static Task<String> count(String project, int round) {
        return project.equals("shop") ? new ShopCount(round) : new DeliveryCount(round);
    }

    /// @param arguments the folder of both projects and their store, and which project this is
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        String project = arguments[1];
        Path root = Files.createDirectories(folder.resolve(project));
        try (Wadachi wadachi = Wadachi.open(Settings.of(root).withStore(folder.resolve("store")))) {
            for (int round = 0; round < ROUNDS; round++) {
                Task<String> task = count(project, round);
                String expected = project + " " + round;
                require(wadachi.latest(task).isEmpty(), "nothing of the other's is seen before round " + round);
                require(wadachi.run(task).equals(expected), "the own task ran in round " + round);
                require(wadachi.latest(task).filter(expected::equals).isPresent(), "the own is newest in " + round);
                require(wadachi.plan(task).isUpToDate(), "nothing is left to do in round " + round);
                wadachi.publish(Request.of(task), Offering.as("both/count").takingOver());
            }
            require(wadachi.store().traces().ofTask("Count", 100).size() == ROUNDS, "the own results alone are seen");
        }
        System.out.println("done");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("not so: " + what);
        }
    }
}
