import dev.wadachi.task.*;

// holds Circle
sealed interface Shape {}

record Circle(double radius) implements Shape {}

record Square(double side) implements Shape {}

record Train(Shape shape) implements Task<Double> {
    public Double run(Context in) {
        return switch (shape) {
            case Circle(double radius) when radius > 1 -> radius;
            case Circle circle -> 2 * circle.radius();
            case Square _ -> 1.0;
        };
    }
}
