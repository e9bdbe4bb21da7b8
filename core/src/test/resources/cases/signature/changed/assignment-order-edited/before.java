import dev.wadachi.task.*;

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        int one = size;
        one = one + 3;
        one = one * 2;
        return one;
    }
}
