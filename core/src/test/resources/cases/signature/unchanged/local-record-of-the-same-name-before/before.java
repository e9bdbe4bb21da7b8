import dev.wadachi.task.*;

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        record Pair(int one, int other) {
            int sum() {
                return one + other;
            }
        }
        return new Pair(size, size).sum();
    }
}
