import dev.wadachi.task.*;

record Train(int size) implements Task<Integer> {
    static int unused() {
        record Pair(int x) {}
        return new Pair(1).x();
    }

    public Integer run(Context in) {
        record Pair(int one, int other) {
            int sum() {
                return one + other;
            }
        }
        return new Pair(size, size).sum();
    }
}
