import dev.wadachi.task.*;

// holds Train.Options
record Train(Options options) implements Task<Integer> {
    record Options(int size) {
        int twice() {
            return 4 * size;
        }

        int thrice() {
            return 3 * size;
        }
    }

    public Integer run(Context in) {
        return options.twice();
    }
}
