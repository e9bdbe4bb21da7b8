import dev.wadachi.task.*;

enum Mode {
    FAST(1), SLOW(2);

    private final int cost;

    Mode(int cost) {
        this.cost = cost;
    }

    int cost() {
        return cost + 1;
    }

    String title() {
        return "mode";
    }
}

record Train(Mode mode) implements Task<Integer> {
    public Integer run(Context in) {
        return mode.cost();
    }
}
