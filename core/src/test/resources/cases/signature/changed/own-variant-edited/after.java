import dev.wadachi.task.*;

// holds Ridge
sealed interface Algorithm {
    double fit(double x);
}

record Ridge(double alpha) implements Algorithm {
    public double fit(double x) {
        return x / alpha;
    }
}

record Boost(int rounds) implements Algorithm {
    public double fit(double x) {
        return x + rounds;
    }
}

record Train(Algorithm algorithm) implements Task<Double> {
    public Double run(Context in) {
        return algorithm.fit(2);
    }
}
