import dev.wadachi.task.*;

record Fit(int size) implements Task<Integer> {
    public Integer run(Context in) {
        return size + 2;
    }
}

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        return in.load(new Fit(size));
    }
}
