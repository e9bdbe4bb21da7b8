import dev.wadachi.task.*;

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        int one = size;
        one = one * 2;
        one = one + 3;
        return one;
    }
}
