import dev.wadachi.Wadachi;
import java.nio.file.Path;

/// Runs a goal of `examples/Shop.java` from a `main`.
final class Program {

    private Program() {}

    public static void main(String[] arguments) {
        try (Wadachi wadachi = Wadachi.open(Path.of("examples"))) {
            double error = wadachi.run(new Demand(2).evaluate());
            System.out.println(error);
        }
    }
}
