import dev.wadachi.task.*;

record Fit(double slope) {
    double predict(double x) {
        return slope + x;
    }
}

record Learn(double rate) implements Task<Fit> {
    public Fit run(Context in) {
        return new Fit(rate);
    }
}

record Train(Task<Fit> fit) implements Task<Double> {
    public Double run(Context in) {
        return in.load(fit).predict(2);
    }
}
