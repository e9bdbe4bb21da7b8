import dev.wadachi.task.*;

@Version("1")
record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        return size + 1;
    }
}
