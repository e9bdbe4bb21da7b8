import dev.wadachi.task.*;

class Limits {
    static final int ROUNDS = 100;
    static final int UNUSED = 1;
}

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        return size * 100;
    }
}
