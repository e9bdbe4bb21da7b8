import dev.wadachi.task.*;

record Train(double size) implements Task<Double> {
    public Double run(Context in) {
        return size * 0.10000000000000002;
    }
}
