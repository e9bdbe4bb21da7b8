import dev.wadachi.task.*;

record Train(int rounds) implements Task<Double> {
    public Double run(Context in) {
        int sum = 0;
        for (int i = 0; i < rounds; i++) {
            sum += Step.of(i);
        }
        return (double) sum;
    }
}

class Step {
    public static int of(int i) {
        return i * 2;
    }
}
