import dev.wadachi.task.*;

interface Step {
    int of(int i);
}

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        Step one = new Step() {
            public int of(int i) {
                return i + 1;
            }
        };
        Step two = new Step() {
            public int of(int i) {
                return i * 2;
            }
        };
        return one.of(two.of(size));
    }
}
