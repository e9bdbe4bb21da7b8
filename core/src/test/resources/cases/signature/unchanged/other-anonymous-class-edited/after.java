import dev.wadachi.task.*;

interface Step {
    int of(int i);
}

class Steps {
    static Step one() {
        return new Step() {
            public int of(int i) {
                return i + 9;
            }
        };
    }

    static Step two() {
        return new Step() {
            public int of(int i) {
                return i + 2;
            }
        };
    }
}

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        return Steps.two().of(size);
    }
}
