import dev.wadachi.task.*;

record Train(int size) implements Task<Integer> {
    static class Box {
        private int value;

        private int unused() {
            return 1;
        }
    }

    public Integer run(Context in) {
        Box box = new Box();
        box.value = size;
        return box.value;
    }
}
