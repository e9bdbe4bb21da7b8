import dev.wadachi.task.*;

@Version("2")
record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        return size + 1;
    }
}
