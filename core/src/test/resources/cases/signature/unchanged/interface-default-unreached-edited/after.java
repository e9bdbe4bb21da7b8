import dev.wadachi.task.*;

// holds Ridge
interface Algorithm {
    double fit(double x);

    default double twice(double x) {
        return fit(fit(x));
    }

    default double thrice(double x) {
        return twice(fit(x));
    }
}

record Ridge(double alpha) implements Algorithm {
    public double fit(double x) {
        return x * alpha;
    }
}

record Train(Algorithm algorithm) implements Task<Double> {
    public Double run(Context in) {
        return algorithm.twice(2);
    }
}
