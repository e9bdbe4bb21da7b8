import dev.wadachi.task.*;

enum Mode {
    FAST {
        int cost() {
            return 1;
        }
    },
    SLOW {
        int cost() {
            return 3;
        }
    };

    abstract int cost();
}

record Train(Mode mode) implements Task<Integer> {
    public Integer run(Context in) {
        return mode.cost();
    }
}
