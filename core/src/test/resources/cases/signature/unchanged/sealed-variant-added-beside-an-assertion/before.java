import dev.wadachi.task.*;

// holds Ridge
sealed interface Algorithm {
    default double fit(double x) {
        assert x > 0;
        return switch (this) {
            case Ridge ridge -> ridge.alpha() * x;
            default -> x;
        };
    }
}

record Ridge(double alpha) implements Algorithm {}

record Boost(int rounds) implements Algorithm {}

record Train(Algorithm algorithm) implements Task<Double> {
    public Double run(Context in) {
        return algorithm.fit(2);
    }
}
