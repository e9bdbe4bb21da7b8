import dev.wadachi.task.*;
import java.util.function.*;

// holds Ridge
sealed interface Algorithm {}

record Ridge(double alpha) implements Algorithm {
    record Row(double x) {}

    double fit(Row row) {
        DoubleUnaryOperator times = y -> y * alpha;
        return times.applyAsDouble(row.x());
    }

    static double best(Ridge[] some, Function<Ridge, Double> by) {
        Object first = new Object() {
            double alpha(Ridge one) {
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
            case Ridge ridge when ridge.alpha() > 0 -> ridge.fit(new Ridge.Row(2));
            case Ridge ridge -> Ridge.best(new Ridge[] {ridge}, Ridge::alpha);
            case Boost(int rounds) -> 1.0 * rounds;
        };
    }
}
