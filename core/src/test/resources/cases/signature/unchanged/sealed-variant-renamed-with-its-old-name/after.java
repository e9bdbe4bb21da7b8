import dev.wadachi.task.*;
import java.util.function.*;

// holds Tikhonov
sealed interface Algorithm {}

@Was("Ridge")
record Tikhonov(double alpha) implements Algorithm {
    record Row(double x) {}

    double fit(Row row) {
        DoubleUnaryOperator times = y -> y * alpha;
        return times.applyAsDouble(row.x());
    }

    static double best(Tikhonov[] some, Function<Tikhonov, Double> by) {
        Object first = new Object() {
            double alpha(Tikhonov one) {
                return by.apply(one);
            }
        }.alpha(some[0]);
        return (Double) first;
    }
}

record Boost(int rounds) implements Algorithm {}

record Train(Algorithm algorithm) implements Task<Double> {
    public Double run(Context in) {
        return switch (algorithm) {
            case Tikhonov ridge when ridge.alpha() > 0 -> ridge.fit(new Tikhonov.Row(2));
            case Tikhonov ridge -> Tikhonov.best(new Tikhonov[] {ridge}, Tikhonov::alpha);
            case Boost(int rounds) -> 1.0 * rounds;
        };
    }
}
