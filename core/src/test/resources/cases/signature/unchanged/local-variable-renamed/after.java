import dev.wadachi.task.*;

record Train(int rounds) implements Task<Double> {
    public Double run(Context in) {
        int total = 0;
        for (int i = 0; i < rounds; i++) {
            total += Step.of(i);
        }
        return (double) total;
    }
}

class Step {
    static int of(int i) {
        return i * 2;
    }
}
