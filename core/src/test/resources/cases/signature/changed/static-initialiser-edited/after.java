import dev.wadachi.task.*;

class Table {
    static final int[] SQUARES = new int[10];

    static {
        for (int i = 0; i < 10; i++) {
            SQUARES[i] = i + i;
        }
    }
}

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        return Table.SQUARES[size];
    }
}
